package dev.mendel.api;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Trial;

/// The best that was found.
///
/// @param value the objective's own value; with repeats or folds, their mean
/// @param trial the trial that came to it; of equals the one asked for first
public record Optimum(double value, Trial trial) {
    /// The configuration.
    public Configuration configuration() {
        return trial.configuration();
    }
}
