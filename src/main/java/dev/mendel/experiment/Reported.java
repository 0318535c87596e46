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
/// @param by who reported it; empty where that is not said
/// @param name what they call the system; empty where it has no name
/// @param of the values that a configuration has to have to be meant
/// @param own the values, beside these, that they found best; empty where that is not known
/// @param measure which measure it is
/// @param percent its mean, in percent
/// @param deviation its standard deviation, in percent, where one was given
/// @param parameters the number of the network's parameters, if it was told
public record Reported(
        String by,
        String name,
        Map<String, Value> of,
        Map<String, Value> own,
        String measure,
        double percent,
        OptionalDouble deviation,
        OptionalLong parameters) {
    /// The measure that is meant where none is named.
    public static final String USUAL_MEASURE = "comparison accuracy";

    /// A result within so many points of the reported mean counts as reached if no standard deviation was
    /// given.
    private static final double USUAL_TOLERANCE = 1.5;

    public Reported {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    /// Whether a configuration is meant.
    public boolean concerns(Configuration configuration) {
        return has(configuration, of);
    }

    /// Whether a configuration is the one that those who reported found best, as far as that is known.
    public boolean isOwn(Configuration configuration) {
        return !own.isEmpty() && concerns(configuration) && has(configuration, own);
    }

    private static boolean has(Configuration configuration, Map<String, Value> values) {
        return values.entrySet().stream()
                .allMatch(entry -> configuration.find(entry.getKey()).stream().anyMatch(entry.getValue()::equals));
    }

    /// Whether it is of the comparison of digits itself.
    public boolean isUsual() {
        return measure.equals(USUAL_MEASURE);
    }

    /// The least mean, in percent, that counts as reached.
    public double bar() {
        return percent - deviation.orElse(USUAL_TOLERANCE);
    }
}
