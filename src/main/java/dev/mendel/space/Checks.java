package dev.mendel.space;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The checks that hyperparameters have in common. Every message names the hyperparameter, what was found and
/// what is allowed.
final class Checks {
    /// The largest whole number up to which all are real numbers too.
    private static final long MOST = 1L << 53;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private Checks() {}

    static IllegalArgumentException notContained(Hyperparameter hyperparameter, Value value) {
        return new IllegalArgumentException(
                hyperparameter.name() + ": " + value.display() + " is not " + hyperparameter.allowed());
    }

    static List<Value> distinct(String name, List<Value> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": no values to choose from");
        }
        var seen = new HashMap<Object, Value>();
        for (Value value : values) {
            text(name, value);
            BigDecimal number = Value.number(value);
            Value same = seen.putIfAbsent(number == null ? value : number, value);
            if (same != null) {
                throw new IllegalArgumentException(name + ": the value " + value.display() + " is listed twice"
                        + (same.equals(value) ? "" : ", as " + same.display() + " too"));
            }
        }
        return List.copyOf(values);
    }

    /// Refuses texts that can't be written down in one line.
    private static void text(String name, Value value) {
        if (value instanceof Value.Text(String text) && !isWritten(text)) {
            throw new IllegalArgumentException(name + ": the value " + value
                    + " is not a text of at least one character, without line breaks or control characters");
        }
    }

    /// Whether a text has characters, whole ones, and stays on its line.
    private static boolean isWritten(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /// Refuses names that experiment files don't have either.
    static void name(@Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a hyperparameter's name is "
                    + (name == null ? "null" : Json.quote(name))
                    + "; allowed are up to 64 letters, digits, ., - and _, beginning with a letter");
        }
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
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw notBelow(name, low, high);
        }
        if (!Double.isFinite(high - low)) {
            throw new IllegalArgumentException(name + ": high " + high + " is too far from low " + low);
        }
        if (scale == Scale.LOG && low <= 0) {
            throw notAboveZero(name, low);
        }
        if (scale == Scale.LOG && Double.isInfinite(high / low)) {
            throw new IllegalArgumentException(
                    name + ": high " + high + " is too far from low " + low + " (log scale)");
        }
    }

    static void bounds(String name, long low, long high, Scale scale) {
        if (low >= high) {
            throw notBelow(name, low, high);
        }
        if (low < -MOST || high > MOST) {
            throw new IllegalArgumentException(name + ": " + (high > MOST ? "high " + high : "low " + low)
                    + " is not a whole number from " + -MOST + " to " + MOST);
        }
        if (scale == Scale.LOG && low <= 0) {
            throw notAboveZero(name, low);
        }
    }

    /// Refuses conditions on what is not declared before, or can't be.
    static void condition(Hyperparameter hyperparameter, Map<String, Hyperparameter> earlier) {
        for (Condition.Requirement requirement : hyperparameter.condition().all()) {
            Hyperparameter on = earlier.get(requirement.name());
            if (on == null) {
                throw new IllegalArgumentException(hyperparameter.name() + ": its condition names " + requirement.name()
                        + ", which is not declared before it");
            }
            for (Value value : requirement.allowed()) {
                if (!on.contains(value)) {
                    throw new IllegalArgumentException(hyperparameter.name() + ": its condition wants "
                            + requirement.name() + " to be " + value.display() + ", which is not " + on.allowed());
                }
                if (!on.canonical(value).equals(value)) {
                    throw new IllegalArgumentException(hyperparameter.name() + ": its condition wants "
                            + requirement.name() + " to be " + value.display() + ", which stands for "
                            + on.canonical(value).display() + "; name that one");
                }
            }
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
