package dev.mendel.experiment;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A figure that others reported of some of an experiment's configurations.
///
/// @param of the values that a configuration has to have to be meant
/// @param measure which measure it is
/// @param percent its mean, in percent
/// @param deviation its standard deviation, in percent, where one was given
/// @param parameters the number of the network's parameters, if it was told
public record Reported(
        Map<String, Value> of, String measure, double percent, OptionalDouble deviation, OptionalLong parameters) {
    /// A result within so many points of the reported mean counts as reached if no standard deviation was
    /// given.
    private static final double USUAL_TOLERANCE = 1.5;

    public Reported {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    /// Whether a configuration is meant.
    public boolean concerns(Configuration configuration) {
        return of.entrySet().stream()
                .allMatch(entry -> configuration.find(entry.getKey()).stream().anyMatch(entry.getValue()::equals));
    }

    /// The least mean, in percent, that counts as reached.
    public double bar() {
        return percent - deviation.orElse(USUAL_TOLERANCE);
    }
}
