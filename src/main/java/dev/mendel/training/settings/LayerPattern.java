package dev.mendel.training.settings;

import dev.mendel.space.Value;
import dev.mendel.training.network.Layer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of a [TowerPattern].
///
/// @param line all of it, for messages
/// @param layer the part that describes the layer
/// @param conditions all must hold for the layer to be there
record LayerPattern(String line, String layer, List<Condition> conditions) {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final String TERM = "\\{([^{}]*)}(?:\\s*>=\\s*(\\d{1,9}))?";
    private static final Pattern TERMS = Pattern.compile(TERM);
    private static final Pattern CONDITIONAL =
            Pattern.compile("(.*?)\\s+if\\s+(" + TERM + "(?:\\s+and\\s+" + TERM + ")*)");
    private static final Pattern IF = Pattern.compile("\\sif\\s");

    /// A hyperparameter that has to be true, or at least as large as a number.
    ///
    /// @param least null where it is to be true
    record Condition(String name, @Nullable Long least) {
        private boolean holds(String line, Value value) {
            return switch (value) {
                case Value.Flag(boolean flag) when least == null -> flag;
                case Value.Whole(long number) when least != null -> number >= least;
                case Value.Real(double number) when least != null -> number >= least;
                case Value.Flag _, Value.Whole _, Value.Real _, Value.Text _ ->
                    throw new IllegalArgumentException("\"" + line + "\" asks for "
                            + (least == null ? "true or false" : "a number") + ", found: " + value.display());
            };
        }
    }

    /// The pattern of a line.
    ///
    /// @throws IllegalArgumentException if it has a condition that is none
    static LayerPattern of(String line) {
        Matcher conditional = CONDITIONAL.matcher(line);
        if (conditional.matches()) {
            return new LayerPattern(
                    line,
                    conditional.group(1),
                    TERMS.matcher(conditional.group(2))
                            .results()
                            .map(LayerPattern::condition)
                            .toList());
        }
        if (IF.matcher(line).find()) {
            throw new IllegalArgumentException(
                    "\"" + line + "\": no condition; a condition is {name} or {name} >= NUMBER, several joined by and");
        }
        return new LayerPattern(line, line, List.of());
    }

    private static Condition condition(MatchResult term) {
        return new Condition(term.group(1), term.group(2) == null ? null : (Long) Long.parseLong(term.group(2)));
    }

    /// The names of the hyperparameters, in order.
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        NAME.matcher(line).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    /// The layer of a line without names.
    ///
    /// @throws IllegalArgumentException if it is none
    Layer alone() {
        return LayerText.parse(layer);
    }

    /// The layer for the values of the hyperparameters, if it is there.
    ///
    /// @throws IllegalArgumentException if a name has no value or a value does not fit its place
    Optional<Layer> layer(Function<String, Optional<Value>> values) {
        boolean there = true;
        for (Condition condition : conditions) {
            there &= condition.holds(line, value(condition.name(), values));
        }
        return there ? Optional.of(LayerText.parse(filled(values))) : Optional.empty();
    }

    /// The fault of a value for one of the names, if it has one.
    Optional<String> fault(String name, Value value) {
        try {
            for (Condition condition : conditions) {
                if (condition.name().equals(name)) {
                    condition.holds(line, value);
                }
            }
            if (NAME.matcher(layer).results().anyMatch(match -> match.group(1).equals(name))) {
                LayerText.parse(filled(other -> Optional.of(other.equals(name) ? value : new Value.Whole(1))));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String filled(Function<String, Optional<Value>> values) {
        return NAME.matcher(layer)
                .replaceAll(match ->
                        Matcher.quoteReplacement(value(match.group(1), values).plain()));
    }

    private Value value(String name, Function<String, Optional<Value>> values) {
        return values.apply(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + line + "\" names {" + name + "}, which has no value"));
    }
}
