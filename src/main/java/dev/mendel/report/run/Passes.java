package dev.mendel.report.run;

import dev.mendel.store.StoredTrial;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.TrialId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The count of what stopped trials were spared: epochs where these are told, else folds.
///
/// @param epochs whether epochs are counted
/// @param each how many epochs one that was told stands for: some programs tell every tenth only; not a number
///     where trials are stopped between epochs that are not told
/// @param whole of a trial at its end, the longest there is; not a number where none has come there
record Passes(boolean epochs, double each, double whole) {

    /// @param told the epochs that a trial's folds told
    static Passes of(List<StoredTrial> trials, Function<TrialId, ? extends Map<Integer, List<FoldResult.Epoch>>> told) {
        Optional<StoredTrial> longest =
                trials.stream().filter(StoppingView::isFinished).max(Comparator.comparingLong(StoredTrial::passes));
        int folds =
                trials.stream().mapToInt(trial -> trial.folds().size()).max().orElse(0);
        if (trials.stream()
                .anyMatch(
                        trial -> StoppingView.isStopped(trial) && trial.folds().size() < folds)) {
            return new Passes(false, 1, longest.isPresent() ? folds : Double.NaN);
        }
        if (trials.stream().noneMatch(trial -> trial.epochs() > 0)) {
            return new Passes(false, Double.NaN, Double.NaN);
        }
        double each = longest.map(trial -> step(told.apply(trial.trial().id()))).orElse(1.0);
        return new Passes(
                true, each, longest.map(trial -> each * trial.epochs()).orElse(Double.NaN));
    }

    private static double step(Map<Integer, List<FoldResult.Epoch>> folds) {
        return folds.values().stream()
                .filter(epochs -> epochs.size() > 1)
                .findFirst()
                .map(epochs ->
                        (double) (epochs.getLast().number() - epochs.getFirst().number()) / (epochs.size() - 1))
                .orElse(1.0);
    }

    /// Of a trial, all its folds together.
    double of(StoredTrial trial) {
        return each * (epochs ? trial.epochs() : trial.folds().size());
    }

    /// How far a trial has come: the epochs of each of its folds, or the number of folds.
    double place(StoredTrial trial) {
        return epochs ? of(trial) / trial.folds().size() : of(trial);
    }
}
