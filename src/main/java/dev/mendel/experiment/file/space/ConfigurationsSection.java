package dev.mendel.experiment.file.space;

import dev.mendel.experiment.file.space.DeclaredSpace.Declaration;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the section `initial`.
public final class ConfigurationsSection {
    private ConfigurationsSection() {}

    /// The configurations as they are given.
    ///
    /// @param space empty where it could not be read; then only the form is checked
    public static List<Map<String, Value>> read(Field initial, Optional<DeclaredSpace> space) {
        var configurations = new ArrayList<Map<String, Value>>();
        List<Field> items = initial.items("a list of configurations such as {optimizer: adam}")
                .orElse(List.of());
        for (Field item : items) {
            List<Field> members =
                    item.members("a configuration such as {optimizer: adam}").orElse(List.of());
            configurations.add(space.map(known -> values(members, known)).orElse(Map.of()));
        }
        return configurations;
    }

    public static Map<String, Value> values(List<Field> members, DeclaredSpace space) {
        var values = new LinkedHashMap<String, Value>();
        for (Field member : members) {
            Optional<Declaration> declaration = space.find(member.name());
            if (declaration.isEmpty()) {
                String message = "no such hyperparameter" + Nearest.question(member.name(), space.names())
                        + "; the space has " + String.join(", ", space.names());
                member.faults().add(member.key(), member.path(), message);
            }
            declaration
                    .flatMap(Declaration::read)
                    .flatMap(hyperparameter -> Values.of(member, hyperparameter))
                    .ifPresent(value -> values.put(member.name(), value));
        }
        return values;
    }
}
