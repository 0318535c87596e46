package dev.mendel.space;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that a hyperparameter can take. Immutable; [Object#toString] is the JSON literal of the value, which
/// is also how it is stored and compared: `"adam"`, `32`, `0.001`, `1e-6`, `true`.
public sealed interface Value {

    /// A word, as in `choices: [sgd, adam]`.
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return Json.quote(text);
        }
    }

    /// A whole number.
    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /// A finite real number; the constructor rejects any other. Negative zero is zero.
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a real value is finite, found: " + number);
            }
            number += 0.0;
        }

        @Override
        public String toString() {
            return Json.number(number);
        }
    }

    /// Yes or no.
    record Flag(boolean flag) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(flag);
        }
    }

    String ALLOWED = "allowed are String, Boolean, Integer, Long and Double";

    /// The number that a value is, whole or real; null for others. Equal for 1 and 1.0.
    static @Nullable BigDecimal number(Value value) {
        return switch (value) {
            case Whole(long number) -> BigDecimal.valueOf(number).stripTrailingZeros();
            case Real(double number) -> BigDecimal.valueOf(number).stripTrailingZeros();
            case Text _, Flag _ -> null;
        };
    }

    /// The real number that a whole one is; other values as they are.
    static Value real(Value value) {
        return value instanceof Whole(long number) ? new Real((double) number) : value;
    }

    /// The value that a Java object stands for: a text, a number or a boolean.
    ///
    /// @throws IllegalArgumentException if it is anything else
    static Value of(@Nullable Object object) {
        return switch (object) {
            case null -> throw new IllegalArgumentException("a value is null; " + ALLOWED);
            case Value value -> value;
            case String text -> new Text(text);
            case Boolean flag -> new Flag(flag);
            case Integer number -> new Whole(number);
            case Long number -> new Whole(number);
            case Double number -> new Real(number);
            default ->
                throw new IllegalArgumentException(
                        "a value is " + object + " (" + object.getClass().getSimpleName() + "); " + ALLOWED);
        };
    }

    /// The values that Java objects stand for, in their order.
    static List<Value> all(@Nullable Object... objects) {
        return Arrays.stream(objects).map(Value::of).toList();
    }

    /// The value as people read it: as [Object#toString], words without quotes. Words that read as a number, a
    /// truth or nothing keep their quotes, so `"1"` and `1` are told apart.
    default String display() {
        return this instanceof Text(String text) && !Json.readsAsOther(text) ? text : toString();
    }

    /// The value's characters, words without quotes: for what is put into a text.
    default String plain() {
        return this instanceof Text(String text) ? text : toString();
    }
}
