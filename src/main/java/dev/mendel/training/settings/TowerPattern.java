package dev.mendel.training.settings;

import dev.mendel.space.Value;
import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Tower;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tower as an experiment file writes it: a line for each layer, in which `{name}` stands for the value of
/// that hyperparameter, and `… if {name}` for a layer that is there only where it is true.
///
/// ```yaml
/// tower: ["conv {channels} 3x3", "batch-norm if {normalised}", relu, pool 2, "dropout {dropout}", linear 10]
/// ```
///
/// @param lines at least one
public record TowerPattern(List<String> lines) {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern OPTIONAL = Pattern.compile("(.*) if \\{([^{}]*)}");

    /// @throws IllegalArgumentException if there is no line, or one without names is no layer
    public TowerPattern {
        lines = lines.stream().map(String::strip).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a tower has at least one layer");
        }
        lines.stream().filter(line -> !line.contains("{")).forEach(LayerText::parse);
    }

    /// A tower that is always the same.
    public static TowerPattern of(String... lines) {
        return new TowerPattern(List.of(lines));
    }

    /// The names of the hyperparameters, in order.
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        lines.forEach(line -> NAME.matcher(line).results().forEach(match -> names.add(match.group(1))));
        return names;
    }

    /// The tower for the values of the hyperparameters.
    ///
    /// @throws IllegalArgumentException if a name has no value or a value does not fit its place
    public Tower tower(Function<String, Optional<Value>> values) {
        return new Tower(
                lines.stream().flatMap(line -> layer(line, values).stream()).toList());
    }

    /// The fault of a value for one of the names, if it has one.
    Optional<String> fault(String name, Value value) {
        for (String line : lines) {
            if (NAME.matcher(line).results().anyMatch(match -> match.group(1).equals(name))) {
                try {
                    layer(line, other -> Optional.of(other.equals(name) ? value : new Value.Whole(1)));
                } catch (IllegalArgumentException e) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Layer> layer(String line, Function<String, Optional<Value>> values) {
        Matcher optional = OPTIONAL.matcher(line);
        if (!optional.matches()) {
            return Optional.of(LayerText.parse(filled(line, values)));
        }
        return flag(line, value(line, optional.group(2), values))
                ? Optional.of(LayerText.parse(filled(optional.group(1), values)))
                : Optional.empty();
    }

    private static String filled(String line, Function<String, Optional<Value>> values) {
        return NAME.matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(
                        value(line, match.group(1), values).plain()));
    }

    private static Value value(String line, String name, Function<String, Optional<Value>> values) {
        return values.apply(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + line + "\" names {" + name + "}, which has no value"));
    }

    private static boolean flag(String line, Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> flag;
            case Value.Whole _, Value.Real _, Value.Text _ ->
                throw new IllegalArgumentException(
                        "\"" + line + "\" asks for true or false, found: " + value.display());
        };
    }
}
