package dev.mendel.space;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The checks that hyperparameters have in common. Every message names the hyperparameter, what was found and
/// what is allowed.
final class Checks {
    private Checks() {}

    static IllegalArgumentException notContained(Hyperparameter hyperparameter, Value value) {
        return new IllegalArgumentException(
                hyperparameter.name() + ": " + value.display() + " is not " + hyperparameter.allowed());
    }

    static List<Value> distinct(String name, List<Value> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": no values to choose from");
        }
        var distinct = new LinkedHashSet<Value>();
        for (Value value : values) {
            if (!distinct.add(value)) {
                throw new IllegalArgumentException(name + ": the value " + value.display() + " is listed twice");
            }
        }
        return List.copyOf(distinct);
    }

    static void declaredDefault(String name, @Nullable Value declaredDefault, Predicate<Value> allowed) {
        if (declaredDefault != null && !allowed.test(declaredDefault)) {
            throw new IllegalArgumentException(
                    name + ": the default " + declaredDefault.display() + " is not one of its values");
        }
    }

    static void grid(String name, @Nullable List<Value> grid, Predicate<Value> allowed) {
        if (grid != null) {
            grid.stream().filter(allowed.negate()).findFirst().ifPresent(value -> {
                throw new IllegalArgumentException(
                        name + ": the grid value " + value.display() + " is not one of its values");
            });
        }
    }

    static void bounds(String name, double low, double high, Scale scale) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw notBelow(name, low, high);
        }
        if (scale == Scale.LOG && low <= 0) {
            throw notAboveZero(name, low);
        }
    }

    static void bounds(String name, long low, long high, Scale scale) {
        if (low >= high) {
            throw notBelow(name, low, high);
        }
        if (scale == Scale.LOG && low <= 0) {
            throw notAboveZero(name, low);
        }
    }

    /// The tenth of [0, 1] in which a place lies, 0 to 9.
    static int tenth(double unit) {
        return Math.clamp((int) (unit * 10), 0, 9);
    }

    private static IllegalArgumentException notBelow(String name, Number low, Number high) {
        return new IllegalArgumentException(name + ": low " + low + " is not < high " + high);
    }

    private static IllegalArgumentException notAboveZero(String name, Number low) {
        return new IllegalArgumentException(name + ": low " + low + " is not > 0 (log scale)");
    }
}
