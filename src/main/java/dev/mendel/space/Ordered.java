package dev.mendel.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values from least to most; neighbours are alike.
public record Ordered(
        String name,
        List<Value> values,
        Condition condition,
        @Nullable Value declaredDefault) implements Choice {
    public Ordered {
        Checks.name(name);
        values = Checks.distinct(name, values);
        Checks.declaredDefault(name, declaredDefault, values::contains);
    }

    /// Unconditional ordered values.
    public static Ordered of(String name, Value... values) {
        return new Ordered(name, List.of(values), Condition.ALWAYS, null);
    }

    @Override
    public String word() {
        return "ordered";
    }

    @Override
    public Hyperparameter with(Condition other, @Nullable Value value) {
        return new Ordered(name, values, other, value);
    }

    @Override
    public Value canonical(Value value) {
        if (!contains(value)) {
            throw Checks.notContained(this, value);
        }
        return value;
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<Value> grid() {
        return values;
    }
}
