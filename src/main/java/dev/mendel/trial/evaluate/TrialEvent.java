package dev.mendel.trial.evaluate;

import dev.mendel.trial.AtRung;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
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
    /// Its folds and its outcome follow as events, as if it had been evaluated here.
    ///
    /// @param run the other run's name
    record TakenOver(Trial trial, String run) implements TrialEvent {}

    /// A fold has its result. Folds finish in any order.
    record FoldFinished(FoldRun run) implements TrialEvent {}

    /// A trial has come to a rung. Its folds that have not ended are told of as they are there.
    ///
    /// @param rung its place, from 0
    /// @param there what it has come to
    /// @param folds in order; empty where the rung is one of whole folds
    record RungReached(Trial trial, int rung, AtRung there, List<FoldRun> folds) implements TrialEvent {
        public RungReached {
            folds = List.copyOf(folds);
        }
    }

    /// A trial has its outcome. Trials finish in any order.
    record Finished(Trial trial, Outcome outcome) implements TrialEvent {}

    /// A worker could not reach the machine where it evaluates; it rests and tries again, and others go on.
    ///
    /// @param reason one line for people
    record Unreached(int worker, String reason) implements TrialEvent {}

    /// The machines that evaluate have changed: some came, or were lost.
    ///
    /// @param line for people
    record SiteChanged(String line) implements TrialEvent {}

    /// All events so far were told; the next may be long in coming. A store makes all of them durable now.
    record CaughtUp() implements TrialEvent {}
}
