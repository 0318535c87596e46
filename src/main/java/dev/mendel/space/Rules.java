package dev.mendel.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules between the hyperparameters of a space, each group in the order of the experiment file. Immutable.
public record Rules(List<Rule.Forbidden> forbidden, List<Rule.Where> where) {
    /// No rules.
    public static final Rules NONE = new Rules(List.of(), List.of());

    public Rules {
        forbidden = List.copyOf(forbidden);
        where = List.copyOf(where);
    }

    public boolean isEmpty() {
        return forbidden.isEmpty() && where.isEmpty();
    }

    /// All of them, those of `forbidden` first.
    public Stream<Rule> all() {
        return Stream.concat(forbidden.stream(), where.stream());
    }

    /// The first rule that canonical values break.
    Optional<Rule> broken(Map<String, Value> chosen) {
        return all().filter(rule -> !rule.isKeptBy(chosen)).findFirst();
    }

    /// These and one more.
    Rules and(Rule another) {
        return switch (another) {
            case Rule.Forbidden rule ->
                new Rules(Stream.concat(forbidden.stream(), Stream.of(rule)).toList(), where);
            case Rule.Where rule ->
                new Rules(
                        forbidden,
                        Stream.concat(where.stream(), Stream.of(rule)).toList());
        };
    }

    /// Refuses rules of names that are not known, of values that their hyperparameter does not have, and of numbers
    /// where there are none.
    void check(Map<String, Hyperparameter> known) {
        all().forEach(rule -> {
            for (String name : rule.names()) {
                if (!known.containsKey(name)) {
                    throw wrong(rule, "there is no hyperparameter " + name);
                }
            }
            switch (rule) {
                case Rule.Forbidden(List<Rule.Part> parts) -> parts.forEach(part -> check(rule, part, known));
                case Rule.Where where -> where.names().forEach(name -> checkNumber(rule, name, known));
            }
        });
    }

    private static void check(Rule rule, Rule.Part part, Map<String, Hyperparameter> known) {
        switch (part) {
            case Rule.Compared compared -> checkNumber(rule, compared.name(), known);
            case Rule.OneOf(String name, List<Value> values) -> {
                Hyperparameter of = known.get(name);
                for (Value value : values) {
                    if (of == null
                            || !of.contains(value)
                            || !of.canonical(value).equals(value)) {
                        throw wrong(rule, value.display() + " is no canonical value of " + name);
                    }
                }
            }
        }
    }

    private static void checkNumber(Rule rule, String name, Map<String, Hyperparameter> known) {
        Hyperparameter of = known.get(name);
        if (of != null && !of.isNumeric()) {
            throw wrong(rule, name + " is no number but " + of.allowed());
        }
    }

    private static IllegalArgumentException wrong(Rule rule, String message) {
        return new IllegalArgumentException("the rule " + rule + ": " + message);
    }
}
