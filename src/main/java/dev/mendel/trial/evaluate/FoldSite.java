package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;

/// A place where folds are evaluated. Called by several threads at once; the answer to a trial and fold is the
/// same wherever it is given, but for its time.
interface FoldSite extends AutoCloseable {

    /// The answer of a site to a fold.
    sealed interface Answer {}

    /// It has a result.
    record Result(FoldResult result) implements Answer {}

    /// It has none and never will.
    record Failure(Outcome.Failed failed) implements Answer {}

    /// The machine could not be reached; the fold is to be evaluated again, later or elsewhere.
    record Unreachable(String reason) implements Answer {}

    /// Evaluates a fold, or goes on with it, until it has had so many epochs.
    ///
    /// @param epochs counted from the fold's beginning; [dev.mendel.trial.Attempt#ALL] for its end, before
    ///     which a fold waits here, to go on or to be left
    /// @throws InterruptedException if the thread was interrupted; the fold then counts as never begun
    Answer evaluate(Trial trial, int fold, int epochs) throws InterruptedException;

    /// Leaves the folds of a trial that wait. Not to be called while one of them is evaluated.
    void leave(TrialId trial);

    /// Leaves all.
    @Override
    void close();
}
