package dev.mendel.trial;

import dev.mendel.space.Scale;
import java.util.Locale;

/// One of the objectives of a search that has several.
///
/// @param name of the measure that folds keep its value under
/// @param direction in which its values are better
/// @param scale on which values are compared by their distance; which of two is better does not depend on it
public record Goal(String name, Direction direction, Scale scale) {
    /// Logarithms are taken of no less.
    private static final double LEAST = Double.MIN_NORMAL;

    /// The goal as people read it: `size (minimise, log)`.
    String words() {
        return name + " (" + direction.name().toLowerCase(Locale.ROOT) + (scale == Scale.LOG ? ", log)" : ")");
    }

    /// The place of a value on the goal's scale: a measure of distances. Of values on a logarithmic scale that
    /// are not above 0, as of the least number that is.
    public double place(double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOG -> StrictMath.log(Math.max(value, LEAST));
        };
    }

    /// The value at a place: of [#place] the inverse.
    public double value(double place) {
        return switch (scale) {
            case LINEAR -> place;
            case LOG -> StrictMath.exp(place);
        };
    }
}
