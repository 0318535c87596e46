package dev.mendel.trial.evaluate;

import dev.mendel.trial.AtRung;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A trial on its way: collects its folds, in whatever order they come, into an outcome that does not depend on
/// it, from rung to rung.
final class PendingTrial {
    private final KnownTrials.Unfinished trial;
    private final int folds;
    private final List<AtRung> passed;
    /// The results of folds that have ended.
    private final SortedMap<Integer, FoldResult> results;
    /// The folds under way as they were at the rung that is next; none for one that has ended.
    private final SortedMap<Integer, FoldRun> underWay = new TreeMap<>();
    private final SortedMap<Integer, Outcome.Failed> failures = new TreeMap<>();
    private Rung next = Rung.END;
    private boolean arrived;
    private boolean open = true;

    /// @param folds how many it has
    PendingTrial(KnownTrials.Unfinished trial, int folds) {
        this.trial = trial;
        this.folds = folds;
        this.passed = new ArrayList<>(trial.passed());
        this.results = new TreeMap<>(trial.folds());
    }

    KnownTrials.Unfinished trial() {
        return trial;
    }

    /// What it had come to at the rungs that it has passed.
    List<AtRung> passed() {
        return passed;
    }

    /// The tasks on the way to a rung, in the order of folds.
    List<FoldTask> tasksTo(Rung rung) {
        next = rung;
        arrived = false;
        underWay.clear();
        var tasks = new ArrayList<FoldTask>();
        for (int fold = 0; fold < Math.min(folds, rung.folds()); fold++) {
            if (!results.containsKey(fold)) {
                tasks.add(new FoldTask(trial.trial(), fold, rung.epochs()));
            }
        }
        return tasks;
    }

    /// Takes a fold's result at the rung that is next.
    ///
    /// @return whether the fold has come to its end
    boolean finished(FoldRun run) {
        if (next.epochs() == Attempt.ALL) {
            results.put(run.fold(), run.result());
            return true;
        }
        underWay.put(run.fold(), run);
        return false;
    }

    void failed(Outcome.Failed failure) {
        failures.put(failure.fold(), failure);
    }

    boolean isOpen() {
        return open;
    }

    /// Whether it has neither an outcome nor come to the rung that is next.
    boolean isUnderWay() {
        return open && !arrived;
    }

    void close() {
        open = false;
    }

    /// What it has come to at the rung that is next, as soon as it is there, once. The end is no rung to pass.
    Optional<AtRung> pass(Goals goals) {
        if (arrived || next.equals(Rung.END)) {
            return Optional.empty();
        }
        var inOrder = new ArrayList<FoldResult>();
        for (int fold = 0; fold < Math.min(folds, next.folds()); fold++) {
            FoldRun run = underWay.get(fold);
            FoldResult result = run == null ? results.get(fold) : run.result();
            if (result == null || failures.containsKey(fold)) {
                return Optional.empty();
            }
            inOrder.add(result);
        }
        AtRung here = AtRung.of(inOrder, goals);
        passed.add(here);
        arrived = true;
        return Optional.of(here);
    }

    /// Its folds under way as they are at the rung.
    List<FoldRun> underWay() {
        return List.copyOf(underWay.values());
    }

    /// The outcome as soon as nothing can change it: the first failure, once all folds before it have
    /// succeeded, or all folds' results.
    Optional<Outcome> outcome() {
        var inOrder = new ArrayList<FoldResult>();
        boolean ended = true;
        for (int fold = 0; fold < Math.min(folds, next.folds()); fold++) {
            Outcome.Failed failure = failures.get(fold);
            if (failure != null) {
                return Optional.of(failure.after(passed));
            }
            FoldResult result = results.get(fold);
            if (result == null && !underWay.containsKey(fold)) {
                return Optional.empty();
            }
            if (result == null) {
                ended = false;
            } else {
                inOrder.add(result);
            }
        }
        return ended && inOrder.size() == folds ? Optional.of(new Outcome.Finished(inOrder, passed)) : Optional.empty();
    }

    /// One fold to evaluate.
    ///
    /// @param epochs as far as this
    record FoldTask(Trial trial, int fold, int epochs) {}
}
