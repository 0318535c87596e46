package dev.mendel.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One choice of values, canonical: hyperparameters whose condition does not hold are absent, equivalent values
/// are one. Two choices that mean the same are equal configurations. Immutable; made by [SearchSpace].
public final class Configuration {
    private final Map<String, Value> values;
    private final int hash;

    /// @param values by name, in the order of the space
    public Configuration(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.hash = this.values.hashCode();
    }

    /// By name, in the order of the space.
    public Map<String, Value> values() {
        return values;
    }

    /// The value of a hyperparameter, if it takes part.
    public Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Whether a hyperparameter takes part.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The word chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no word
    public String text(String name) {
        return switch (value(name)) {
            case Value.Text(String text) -> text;
            case Value other -> throw wrong(name, other, "a word");
        };
    }

    /// The number chosen for a hyperparameter, whole or not.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no number
    public double real(String name) {
        return switch (value(name)) {
            case Value.Real(double number) -> number;
            case Value.Whole(long number) -> number;
            case Value other -> throw wrong(name, other, "a number");
        };
    }

    /// The whole number chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no whole number
    public long whole(String name) {
        return switch (value(name)) {
            case Value.Whole(long number) -> number;
            case Value other -> throw wrong(name, other, "a whole number");
        };
    }

    /// Yes or no, as chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is neither
    public boolean flag(String name) {
        return switch (value(name)) {
            case Value.Flag(boolean flag) -> flag;
            case Value other -> throw wrong(name, other, "true or false");
        };
    }

    /// The canonical text: one JSON object, names in the order of the space. Equal configurations of one space
    /// have equal texts, on every machine; trials are stored and seeded by it.
    public String json() {
        var out = new StringBuilder("{");
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            out.append(out.length() == 1 ? "" : ",")
                    .append(Json.quote(entry.getKey()))
                    .append(':')
                    .append(entry.getValue());
        }
        return out.append('}').toString();
    }

    /// Whether the other is a configuration of the same values, in whatever order.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Configuration configuration
                && hash == configuration.hash
                && values.equals(configuration.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// For people: `model=both optimizer=adam learning-rate=0.001`.
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().display())
                .collect(Collectors.joining(" "));
    }

    private Value value(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in the configuration " + this));
    }

    private static IllegalArgumentException wrong(String name, Value found, String wanted) {
        return new IllegalArgumentException(name + " is " + found.display() + ", not " + wanted);
    }
}
