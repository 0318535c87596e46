package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads values of hyperparameters.
public final class Values {
    private Values() {}

    /// A value by itself: a number, a flag or a word of one line.
    public static Optional<Value> any(Field field) {
        Optional<Value> value = field.literal("a word, a number, true or false").flatMap(Values::value);
        if (value.isPresent() && value.get() instanceof Value.Text(String text)) {
            if (text.isEmpty() || !isWritten(text)) {
                field.fault(text.isEmpty() ? "is an empty word" : "a word has no line breaks or control characters");
                return Optional.empty();
            }
        }
        return value;
    }

    /// Whether a text is of whole characters that stay on their line.
    public static boolean isWritten(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /// A value that the hyperparameter can take. Whole numbers are real ones where it takes real ones.
    static Optional<Value> of(Field field, Hyperparameter hyperparameter) {
        Optional<Value> value = field.literal(hyperparameter.allowed())
                .flatMap(Values::value)
                .map(read -> hyperparameter.takesReals() ? Value.real(read) : read);
        if (value.isPresent() && !hyperparameter.contains(value.get())) {
            field.refuse(hyperparameter.allowed());
            return Optional.empty();
        }
        return value;
    }

    /// The values of a list's entries; empty where one of them is wrong or stands there twice.
    static Optional<List<Value>> distinct(List<Field> items, Function<Field, Optional<Value>> reader) {
        var values = new ArrayList<Value>();
        for (Field item : items) {
            reader.apply(item).ifPresent(values::add);
        }
        if (values.size() < items.size()) {
            return Optional.empty();
        }
        var seen = new HashSet<Value>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                items.get(i).fault(values.get(i).display() + " is listed twice");
            }
        }
        return seen.size() == values.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private static Optional<Value> value(Literal literal) {
        return switch (literal) {
            case Literal.Word(String text) -> Optional.of(new Value.Text(text));
            case Literal.Whole(long number) -> Optional.of(new Value.Whole(number));
            case Literal.Real(double number) -> Optional.of(new Value.Real(number));
            case Literal.Flag(boolean flag) -> Optional.of(new Value.Flag(flag));
            case Literal.Nothing _, Literal.Unheld _ -> Optional.empty();
        };
    }
}
