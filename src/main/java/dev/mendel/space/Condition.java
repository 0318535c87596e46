package dev.mendel.space;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// When a hyperparameter takes part: all requirements hold. A requirement on a hyperparameter that itself takes
/// no part does not hold.
///
/// @param all in the order of the experiment file; empty means always
public record Condition(List<Requirement> all) {
    /// No condition: the hyperparameter always takes part.
    public static final Condition ALWAYS = new Condition(List.of());

    /// One requirement: the hyperparameter `name`, declared earlier, has one of the `allowed` values.
    public record Requirement(String name, List<Value> allowed) {
        public Requirement {
            allowed = List.copyOf(allowed);
            if (allowed.isEmpty()) {
                throw new IllegalArgumentException("a condition on " + name + " allows no value");
            }
        }
    }

    public Condition {
        all = List.copyOf(all);
    }

    /// Whether it holds for the canonical values chosen so far; absent ones satisfy nothing.
    boolean holds(Map<String, Value> chosen) {
        for (Requirement requirement : all) {
            Value value = chosen.get(requirement.name());
            if (value == null || !requirement.allowed().contains(value)) {
                return false;
            }
        }
        return true;
    }

    /// This condition and one more requirement.
    public Condition and(Requirement another) {
        return new Condition(Stream.concat(all.stream(), Stream.of(another)).toList());
    }
}
