package dev.mendel.api;

import dev.mendel.trial.Trial;

/// A function of a configuration that works in epochs, to be maximised or minimised; after each it tells how
/// good it is, and is perhaps stopped there ([Optimizer#stopping]).
@FunctionalInterface
public interface Trained {
    /// The value of a trial's configuration. Called on a thread of its own for each evaluation that is under
    /// way or waits, by as many at once as there are workers; what it has opened it closes by `finally` or
    /// try-with-resources, since it may be stopped. Anything random in it comes from the trial's seed.
    ///
    /// @param epochs told a value after each epoch, at least after one
    /// @return the value in the end; NaN or an infinite one makes the trial a failed one
    /// @throws Exception if there is no value; that makes the trial a failed one too
    double value(Trial trial, Epochs epochs) throws Exception;
}
