package dev.mendel.api;

import dev.mendel.trial.Trial;

/// A function of a configuration, to be maximised or minimised.
@FunctionalInterface
public interface Evaluated {
    /// The value of a trial's configuration; called by as many threads at once as there are workers. Anything
    /// random in it comes from the trial's seed, so that it is the same whenever it is asked.
    ///
    /// @return the value; NaN or an infinite one makes the trial a failed one
    /// @throws Exception if there is no value; that makes the trial a failed one too
    double value(Trial trial) throws Exception;
}
