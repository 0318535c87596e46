package dev.mendel.space;

import java.util.List;
import java.util.random.RandomGenerator;

/// A hyperparameter that takes one of a list of values.
public sealed interface Choice extends Hyperparameter permits Categorical, Ordered {
    /// The values, in the order of the file, at least one, all different.
    List<Value> values();

    @Override
    default boolean contains(Value value) {
        return values().contains(value);
    }

    @Override
    default Value sample(RandomGenerator random) {
        return values().get(random.nextInt(values().size()));
    }

    @Override
    default double unit(Value value) {
        return values().size() == 1 ? 0 : (double) index(value) / (values().size() - 1);
    }

    @Override
    default int bucket(Value value) {
        return index(canonical(value));
    }

    @Override
    default String allowed() {
        return "one of "
                + String.join(", ", values().stream().map(Value::display).toList());
    }

    @Override
    default List<Value> written() {
        return values();
    }

    @Override
    default List<Value> extremes() {
        return values();
    }

    @Override
    default boolean takesReals() {
        return values().stream().anyMatch(Value.Real.class::isInstance);
    }

    private int index(Value value) {
        int index = values().indexOf(value);
        if (index < 0) {
            throw Checks.notContained(this, value);
        }
        return index;
    }
}
