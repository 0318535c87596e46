package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A trial on its way: collects its folds, in whatever order they come, into an outcome that does not depend on
/// it.
final class PendingTrial {
    private final KnownTrials.Unfinished trial;
    private final int folds;
    private final SortedMap<Integer, FoldResult> results;
    private final SortedMap<Integer, Outcome.Failed> failures = new TreeMap<>();
    private boolean open = true;

    PendingTrial(KnownTrials.Unfinished trial, int folds) {
        this.trial = trial;
        this.folds = folds;
        this.results = new TreeMap<>(trial.folds());
    }

    KnownTrials.Unfinished trial() {
        return trial;
    }

    /// The folds that have still to be evaluated, in order.
    List<FoldTask> openFolds() {
        var tasks = new ArrayList<FoldTask>();
        for (int fold = 0; fold < folds; fold++) {
            if (!results.containsKey(fold)) {
                tasks.add(new FoldTask(trial.trial(), fold));
            }
        }
        return tasks;
    }

    void finished(int fold, FoldResult result) {
        results.put(fold, result);
    }

    void failed(Outcome.Failed failure) {
        failures.put(failure.fold(), failure);
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /// The outcome as soon as nothing can change it: the first failure, once all folds before it have
    /// succeeded, or all folds' results.
    Optional<Outcome> outcome() {
        var inOrder = new ArrayList<FoldResult>();
        for (int fold = 0; fold < folds; fold++) {
            Outcome.Failed failure = failures.get(fold);
            if (failure != null) {
                return Optional.of(failure);
            }
            FoldResult result = results.get(fold);
            if (result == null) {
                return Optional.empty();
            }
            inOrder.add(result);
        }
        return Optional.of(new Outcome.Finished(inOrder));
    }

    /// One fold to evaluate.
    record FoldTask(Trial trial, int fold) {}
}
