package dev.mendel.space;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alternatives without an order, some of which may mean the same.
///
/// @param equivalent groups of values of the same meaning; the first of a group stands for it. Disjoint
public record Categorical(
        String name,
        List<Value> values,
        List<List<Value>> equivalent,
        Condition condition,
        @Nullable Value declaredDefault)
        implements Choice {
    public Categorical {
        Checks.name(name);
        values = Checks.distinct(name, values);
        equivalent = equivalent.stream().map(List::copyOf).toList();
        checkGroups(name, values, equivalent);
        Checks.declaredDefault(name, declaredDefault, values::contains);
    }

    /// Unconditional alternatives, all of different meaning.
    public static Categorical of(String name, Value... values) {
        return new Categorical(name, List.of(values), List.of(), Condition.ALWAYS, null);
    }

    @Override
    public String word() {
        return "choices";
    }

    @Override
    public Hyperparameter with(Condition other, @Nullable Value value) {
        return new Categorical(name, values, equivalent, other, value);
    }

    @Override
    public Value canonical(Value value) {
        if (!contains(value)) {
            throw Checks.notContained(this, value);
        }
        return equivalent.stream()
                .filter(group -> group.contains(value))
                .map(List::getFirst)
                .findFirst()
                .orElse(value);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public List<Value> grid() {
        return values.stream().map(this::canonical).distinct().toList();
    }

    private static void checkGroups(String name, List<Value> values, List<List<Value>> groups) {
        var seen = new HashSet<Value>();
        for (Value value : groups.stream().flatMap(List::stream).toList()) {
            if (!values.contains(value)) {
                throw new IllegalArgumentException(
                        name + ": the equivalent value " + value.display() + " is not one of its choices");
            }
            if (!seen.add(value)) {
                throw new IllegalArgumentException(
                        name + ": the value " + value.display() + " stands in two groups of equivalent values");
            }
        }
    }
}
