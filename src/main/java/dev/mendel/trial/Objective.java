package dev.mendel.trial;

import java.util.Optional;

/// An objective function: implement this interface to have anything tuned.
///
/// A trial consists of one or more folds, evaluated separately, possibly at the same time on different threads;
/// the trial's score is the mean of its folds' scores. Implementations are called by several threads at once
/// and answer the same for the same trial and fold, always: everything random comes from the trial's seed and
/// the fold's number.
public interface Objective extends AutoCloseable {

    /// The number of folds of every trial; at least 1.
    default int folds() {
        return 1;
    }

    /// The number of epochs in which a fold of a trial can be advanced, as [#begin] does, the usual one where
    /// trials differ; 1 where all of it is one step.
    default int epochs() {
        return 1;
    }

    /// Evaluates one fold of a trial.
    ///
    /// @param fold from 0 to `folds() - 1`
    /// @return the fold's score and whatever else was measured
    /// @throws EvaluationException if there is no score, for a reason to tell the user: a training that
    ///     diverged, say. Every other exception makes the trial a failed one too, and is logged with its stack
    ///     trace
    /// @throws InterruptedException if the thread was interrupted; the fold then counts as never begun
    FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException;

    /// Begins to evaluate one fold in steps. All of it is one step, unless this is overridden; then [#evaluate]
    /// has to come to the same bits as all steps together.
    ///
    /// @param fold from 0 to `folds() - 1`
    /// @return to be closed by the caller
    /// @throws EvaluationException as for [#evaluate]
    /// @throws InterruptedException as for [#evaluate]
    default Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return new WholeAttempt(this, trial, fold);
    }

    /// Scores a configuration on data that no fold has seen, where there is such data. Called for found
    /// configurations only, never during a search.
    ///
    /// @throws EvaluationException as for [#evaluate]
    /// @throws InterruptedException as for [#evaluate]
    default Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return Optional.empty();
    }

    /// Closes the objective's resources. Called once, after the last evaluation.
    @Override
    default void close() {}
}
