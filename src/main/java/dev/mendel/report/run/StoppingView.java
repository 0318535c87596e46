package dev.mendel.report.run;

import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The race of a run's trials over rungs. Values are the objective's own.
///
/// @param epochs whether rungs are numbers of epochs; else they are numbers of folds
/// @param rungs those before the end, in order
/// @param ended how many of the trials in the race have come to their end
/// @param lines the trials in the race that have an outcome, by number
record StoppingView(boolean epochs, List<Rung> rungs, long ended, List<Line> lines, Saving saving) {

    /// A point at which trials were stopped.
    ///
    /// @param at the epochs, or folds, of a trial that was stopped there; not a number where none was, or where
    ///     the objective doesn't tell its epochs
    /// @param came how many trials came there
    /// @param stopped how many of them went no further
    record Rung(double at, long came, long stopped) {}

    /// The way of a trial.
    ///
    /// @param values at the rungs it passed
    /// @param stopped whether it was stopped at the last of them
    record Line(long trial, List<Double> values, boolean stopped) {}

    /// What the run's own trials took, and would have taken without stopping.
    ///
    /// @param passes epochs or folds, of all trials together
    /// @param wholePasses the same had each stopped trial gone to its end; not a number where it is not known
    /// @param seconds of all trials together
    /// @param wholeSeconds likewise, estimated by the mean time of a pass
    record Saving(double passes, double wholePasses, double seconds, double wholeSeconds) {}

    /// By its name in the page's data; empty where no trial was stopped.
    static Map<String, StoppingView> of(StoredRun run, List<StoredTrial> trials) {
        return trials.stream().anyMatch(StoppingView::isStopped)
                ? Map.of("stopping", of(trials, run.manifest().direction(), run::epochs))
                : Map.of();
    }

    /// @param trials at least one of them stopped
    /// @param epochs the epochs that a trial's folds told
    static StoppingView of(
            List<StoredTrial> trials,
            Direction direction,
            Function<TrialId, ? extends Map<Integer, List<FoldResult.Epoch>>> epochs) {
        Passes passes = Passes.of(trials, epochs);
        List<StoredTrial> racing = trials.stream()
                .filter(trial -> !passed(trial).isEmpty() && trial.outcome().isPresent())
                .toList();
        int most = racing.stream().mapToInt(trial -> passed(trial).size()).max().orElseThrow();
        return new StoppingView(
                passes.epochs(),
                IntStream.range(0, most)
                        .mapToObj(rung -> rung(racing, rung, passes))
                        .toList(),
                racing.stream().filter(StoppingView::isFinished).count(),
                racing.stream().map(trial -> line(trial, direction)).toList(),
                saving(trials, passes));
    }

    private static Rung rung(List<StoredTrial> racing, int rung, Passes passes) {
        Predicate<StoredTrial> ends = trial -> isStopped(trial) && passed(trial).size() == rung + 1;
        return new Rung(
                racing.stream().filter(ends).mapToDouble(passes::place).max().orElse(Double.NaN),
                racing.stream().filter(trial -> passed(trial).size() > rung).count(),
                racing.stream().filter(ends).count());
    }

    private static Line line(StoredTrial trial, Direction direction) {
        return new Line(
                trial.trial().id().number(),
                passed(trial).stream().map(direction::value).toList(),
                isStopped(trial));
    }

    private static Saving saving(List<StoredTrial> trials, Passes passes) {
        List<StoredTrial> own =
                trials.stream().filter(trial -> trial.takenFrom().isEmpty()).toList();
        double done = own.stream().mapToDouble(passes::of).sum();
        double missing = own.stream()
                .filter(StoppingView::isStopped)
                .mapToDouble(trial -> Math.max(0, passes.whole() - passes.of(trial)))
                .sum();
        double seconds = own.stream().mapToDouble(StoppingView::seconds).sum();
        List<StoredTrial> timed = own.stream()
                .filter(trial -> isStopped(trial) || isFinished(trial))
                .toList();
        double each = timed.stream().mapToDouble(StoppingView::seconds).sum()
                / timed.stream().mapToDouble(passes::of).sum();
        return new Saving(done, done + missing, seconds, seconds + (missing == 0 ? 0 : each * missing));
    }

    private static double seconds(StoredTrial trial) {
        return trial.time().toNanos() / 1e9;
    }

    private static List<Double> passed(StoredTrial trial) {
        return trial.outcome().map(Outcome::rungs).orElse(List.of());
    }

    static boolean isStopped(StoredTrial trial) {
        return trial.state() == StoredTrial.State.STOPPED;
    }

    static boolean isFinished(StoredTrial trial) {
        return trial.state() == StoredTrial.State.FINISHED;
    }
}
