package dev.mendel.trial;

/// One fold's evaluation, in steps: advance it, look at its result, advance it again or close it. It keeps its
/// state between steps, so an epoch is paid for once, and the result after all epochs has the same bits however
/// many steps led to it. For one thread at a time, not always the same.
public interface Attempt extends AutoCloseable {
    /// More epochs than any evaluation has.
    int ALL = Integer.MAX_VALUE;

    /// The state of an evaluation after a step.
    ///
    /// @param epochs the number of epochs done, from the beginning; 0 for an objective without epochs
    /// @param complete whether there is nothing left to do
    record Progress(int epochs, boolean complete) {}

    /// Goes on by some epochs, or to the end where fewer are left. An objective without epochs goes to its end.
    ///
    /// @param epochs at least 1
    /// @throws EvaluationException if there will be no score, as [Objective#evaluate] does
    /// @throws InterruptedException if the thread was interrupted; the attempt is of no further use
    Progress advance(int epochs) throws EvaluationException, InterruptedException;

    /// The result, were this the end: scores, epochs and time so far.
    ///
    /// @throws EvaluationException as for [#advance]
    /// @throws InterruptedException as for [#advance]
    /// @throws IllegalStateException before the first step
    FoldResult result() throws EvaluationException, InterruptedException;

    /// Goes to the end and returns the result.
    ///
    /// @throws EvaluationException as for [#advance], or if [#ALL] epochs are not enough
    /// @throws InterruptedException as for [#advance]
    default FoldResult complete() throws EvaluationException, InterruptedException {
        Progress progress = advance(ALL);
        if (!progress.complete()) {
            throw new EvaluationException("the evaluation has not ended after all of its epochs, but after "
                    + progress.epochs() + " says that there are more");
        }
        return result();
    }

    /// Releases what the evaluation holds, whether or not it has ended.
    @Override
    void close();
}
