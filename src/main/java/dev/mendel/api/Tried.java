package dev.mendel.api;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A trial of a stored run.
///
/// @param generation the generation that asked for it, from 0
/// @param value the objective's own value, the mean of `values`; empty for a trial that failed or is not
///     finished
/// @param values those of the folds or repeats that are finished, in order
/// @param failure why it has failed; empty for any other
/// @param time the time of its evaluations together
public record Tried(
        Trial trial,
        int generation,
        OptionalDouble value,
        List<Double> values,
        Optional<String> failure,
        Duration time) {
    public Tried {
        values = List.copyOf(values);
    }

    /// The configuration.
    public Configuration configuration() {
        return trial.configuration();
    }
}
