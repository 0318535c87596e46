package dev.mendel.experiment.file;

import dev.mendel.experiment.Enqueued;
import dev.mendel.experiment.file.space.ConfigurationsSection;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the section `enqueued`: configurations that took the place of children in a run, so that it can be repeated.
final class EnqueuedSection {
    private static final String GENERATION = "generation";
    private static final String CONFIGURATION = "configuration";
    private static final String EXAMPLE =
            "a configuration and its generation such as {generation: 3, configuration: {optimizer: adam}}";

    private EnqueuedSection() {}

    /// @param space empty where it could not be read
    static List<Enqueued> read(Field enqueued, Optional<DeclaredSpace> space) {
        return enqueued.items("a list, each " + EXAMPLE).orElse(List.of()).stream()
                .flatMap(item -> item.fields(EXAMPLE).stream())
                .flatMap(fields -> read(fields.only(List.of(GENERATION, CONFIGURATION)), space).stream())
                .toList();
    }

    private static Optional<Enqueued> read(Fields fields, Optional<DeclaredSpace> space) {
        Optional<Long> generation =
                fields.require(GENERATION, "generation: 3").flatMap(field -> field.whole(1, Integer.MAX_VALUE));
        Map<String, Value> values = fields.require(CONFIGURATION, "configuration: {optimizer: adam}")
                .flatMap(field -> field.members("a configuration such as {optimizer: adam}"))
                .flatMap(members -> space.map(known -> ConfigurationsSection.values(members, known)))
                .orElse(Map.of());
        return generation.map(number -> new Enqueued(number.intValue(), values));
    }

    /// One of them as the file writes it, by field.
    static Map<String, String> write(Enqueued enqueued) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(GENERATION, Integer.toString(enqueued.generation()));
        fields.put(CONFIGURATION, Written.values(enqueued.values()));
        return fields;
    }
}
