package dev.mendel.api;

import dev.mendel.trial.Trial;
import java.util.Map;

/// A function of a configuration that has several values, each to be maximised or minimised.
@FunctionalInterface
public interface Valued {
    /// The values of a trial's configuration, by the names of the objectives and of what is bounded; others are
    /// kept too. Called by as many threads at once as there are workers. Anything random in it comes from the
    /// trial's seed, so that it is the same whenever it is asked.
    ///
    /// @return the values; where one is missing, NaN or infinite, the trial is a failed one
    /// @throws Exception if there are no values; that makes the trial a failed one too
    Map<String, Double> values(Trial trial) throws Exception;
}
