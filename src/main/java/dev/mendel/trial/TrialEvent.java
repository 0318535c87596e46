package dev.mendel.trial;

import java.util.List;

/// Something that happened to trials.
public sealed interface TrialEvent {

    /// Configurations are about to be evaluated that the run has not asked for before.
    ///
    /// @param trials numbered in the order in which they were asked for
    record Asked(int generation, List<Trial> trials) implements TrialEvent {
        public Asked {
            trials = List.copyOf(trials);
        }
    }

    /// A trial is not evaluated but taken over from another run of the same objective, which has finished it.
    /// Its folds and its outcome are told next, as if they had been found out here.
    ///
    /// @param run the other run's name
    record TakenOver(Trial trial, String run) implements TrialEvent {}

    /// A fold has its result. Folds finish in any order.
    record FoldFinished(FoldRun run) implements TrialEvent {}

    /// A trial has its outcome. Trials finish in any order.
    record Finished(Trial trial, Outcome outcome) implements TrialEvent {}

    /// All that has happened so far was told; the next event may be long in coming. A store makes sure now that
    /// nothing told can be lost.
    record CaughtUp() implements TrialEvent {}
}
