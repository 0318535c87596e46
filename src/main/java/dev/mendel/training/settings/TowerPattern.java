package dev.mendel.training.settings;

import dev.mendel.space.Value;
import dev.mendel.training.network.Tower;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A tower as an experiment file writes it: a line for each layer, in which `{name}` stands for the value of
/// that hyperparameter. `… if {name}` is a layer that is there only where the value is true, `… if {name} >= 3`
/// one that is there only where it is at least that large; `and` joins such conditions.
///
/// ```yaml
/// tower: ["conv {channels} 3x3", "batch-norm if {normalised}", relu, "linear 50 if {depth} >= 2", linear 10]
/// ```
///
/// @param lines at least one
public record TowerPattern(List<String> lines) {
    /// @throws IllegalArgumentException if there is no line, or one without names is no layer, or has a
    ///     condition that is none
    public TowerPattern {
        lines = lines.stream().map(String::strip).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a tower has at least one layer");
        }
        lines.stream()
                .map(LayerPattern::of)
                .filter(line -> !line.line().contains("{"))
                .forEach(LayerPattern::alone);
    }

    /// A tower that is always the same.
    public static TowerPattern of(String... lines) {
        return new TowerPattern(List.of(lines));
    }

    /// The names of the hyperparameters, in order.
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        patterns().forEach(line -> names.addAll(line.names()));
        return names;
    }

    /// The tower for the values of the hyperparameters.
    ///
    /// @throws IllegalArgumentException if a name has no value or a value does not fit its place
    public Tower tower(Function<String, Optional<Value>> values) {
        return new Tower(
                patterns().stream().flatMap(line -> line.layer(values).stream()).toList());
    }

    /// The fault of a value for one of the names, if it has one.
    Optional<String> fault(String name, Value value) {
        return patterns().stream()
                .flatMap(line -> line.fault(name, value).stream())
                .findFirst();
    }

    private List<LayerPattern> patterns() {
        return lines.stream().map(LayerPattern::of).toList();
    }
}
