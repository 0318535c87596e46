package dev.mendel.trial;

import java.util.List;

/// Watches trials come and go. All calls come from the one thread that asks for evaluations, in the order in
/// which things happen. What an observer throws ends the search: a run that can't be recorded must not go on.
public interface TrialObserver {

    /// Configurations are about to be evaluated that the run has not asked for before.
    ///
    /// @param trials numbered in the order in which they were asked for
    default void asked(int generation, List<Trial> trials) {}

    /// A trial is not evaluated but taken over from another run of the same objective, which has finished it.
    /// Its folds and its outcome are reported next, as if they had been found out here.
    ///
    /// @param run the other run's name
    default void takenOver(Trial trial, String run) {}

    /// A fold has its result. Folds finish in any order.
    default void foldFinished(FoldRun run) {}

    /// A trial has its outcome. Trials finish in any order.
    default void finished(Trial trial, Outcome outcome) {}

    /// All that has happened so far was reported; the next report may be long in coming. A store makes sure now
    /// that nothing reported can be lost.
    default void caughtUp() {}
}
