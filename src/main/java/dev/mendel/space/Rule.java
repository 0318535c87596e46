package dev.mendel.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A rule between hyperparameters. It does not apply where one of those that it names takes no part.
public sealed interface Rule {

    /// The hyperparameters that it names, each once.
    Set<String> names();

    /// What a configuration does that breaks it: `breaks the rule hidden2 <= hidden1`.
    String complaint();

    /// Whether canonical values keep the rule, or it does not apply to them.
    default boolean isKeptBy(Map<String, Value> chosen) {
        return !chosen.keySet().containsAll(names()) || holds(chosen);
    }

    /// Whether values keep the rule, all of whose names are there.
    boolean holds(Map<String, Value> chosen);

    /// Values that don't go together: a configuration is forbidden if it has all of them.
    ///
    /// @param parts at least one, of different hyperparameters
    record Forbidden(List<Part> parts) implements Rule {
        public Forbidden {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.stream().map(Part::name).distinct().count() < parts.size()) {
                throw new IllegalArgumentException("a forbidden combination has values of different hyperparameters");
            }
        }

        /// A combination of values as a Java program says it.
        ///
        /// @param combination by name: a value of `space`, a collection of them, or a text such as `"> 0.3"`
        static Forbidden of(Map<String, ?> combination, SearchSpace space) {
            for (String name : combination.keySet()) {
                if (space.find(name).isEmpty()) {
                    throw new IllegalArgumentException(
                            "forbidden: no such hyperparameter: " + name + "; known are " + space.names());
                }
            }
            var parts = new ArrayList<Part>();
            for (Hyperparameter hyperparameter : space.hyperparameters()) {
                Object given = combination.get(hyperparameter.name());
                if (given != null) {
                    parts.add(part(hyperparameter, given));
                }
            }
            return new Forbidden(parts);
        }

        private static Part part(Hyperparameter hyperparameter, Object given) {
            if (given instanceof String text && hyperparameter.isNumeric()) {
                return Compared.of(hyperparameter.name(), text)
                        .orElseThrow(() -> new IllegalArgumentException("forbidden: " + hyperparameter.name() + ": "
                                + text + " is neither a number nor a comparison such as \"> 0.3\""));
            }
            Collection<?> all = given instanceof Collection<?> many ? many : List.of(given);
            return new OneOf(
                    hyperparameter.name(),
                    all.stream()
                            .map(Value::of)
                            .map(value -> hyperparameter.takesReals() ? Value.real(value) : value)
                            .map(hyperparameter::canonical)
                            .distinct()
                            .toList());
        }

        @Override
        public Set<String> names() {
            return parts.stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public boolean holds(Map<String, Value> chosen) {
            for (Part part : parts) {
                Value value = chosen.get(part.name());
                if (value == null || !part.has(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String complaint() {
            return "is forbidden: " + this;
        }

        @Override
        public String toString() {
            return parts.stream().map(Part::toString).collect(Collectors.joining(" and "));
        }
    }

    /// What a combination says of one hyperparameter.
    sealed interface Part {
        String name();

        /// Whether it says so of a value.
        boolean has(Value value);
    }

    /// That the value is one of some.
    ///
    /// @param values canonical, at least one
    record OneOf(String name, List<Value> values) implements Part {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("forbidden: " + name + ": no values");
            }
        }

        @Override
        public boolean has(Value value) {
            return values.contains(value);
        }

        @Override
        public String toString() {
            return name + " is " + values.stream().map(Value::display).collect(Collectors.joining(" or "));
        }
    }

    /// That the number compares to another.
    record Compared(String name, Comparison comparison, double bound) implements Part {

        /// What a text such as `> 0.3` says; empty if it is none with `<`, `<=`, `>` or `>=` and a finite number.
        public static Optional<Compared> of(String name, String text) {
            return RuleParser.compared(name, text);
        }

        @Override
        public boolean has(Value value) {
            return comparison.holds(new Expression.Name(name).of(Map.of(name, value)), bound);
        }

        /// As [#of] reads it.
        public String text() {
            return comparison + " " + Expression.written(bound);
        }

        @Override
        public String toString() {
            return name + " " + text();
        }
    }

    /// A comparison that has to hold. [Object#toString] is what [#of] reads as the same.
    record Where(Expression left, Comparison comparison, Expression right) implements Rule {
        public Where {
            if (left.names().findAny().isEmpty() && right.names().findAny().isEmpty()) {
                throw new IllegalArgumentException("names no hyperparameter");
            }
        }

        /// The condition that a text says, such as `layers * width <= 4096`.
        ///
        /// @throws IllegalArgumentException if it is none, with a message that continues the text's name
        public static Where of(String text) {
            return RuleParser.where(text);
        }

        @Override
        public Set<String> names() {
            var names = new LinkedHashSet<String>();
            left.names().forEach(names::add);
            right.names().forEach(names::add);
            return names;
        }

        @Override
        public boolean holds(Map<String, Value> chosen) {
            return comparison.holds(left.of(chosen), right.of(chosen));
        }

        @Override
        public String complaint() {
            return "breaks the rule " + this;
        }

        @Override
        public String toString() {
            return left + " " + comparison + " " + right;
        }
    }
}
