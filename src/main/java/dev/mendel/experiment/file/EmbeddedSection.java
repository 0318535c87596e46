package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.trial.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the objective `embedded`, which only the files of runs have: a function that a Java program has
/// brought along.
final class EmbeddedSection {
    static final String EMBEDDED = "embedded";

    private static final String FOLDS = "folds";

    private EmbeddedSection() {}

    /// The settings of the section; empty if it has faults.
    static Optional<ObjectiveSettings> read(Field embedded, Fields fields) {
        fields.only(List.of(EMBEDDED, CommandSection.DIRECTION));
        Direction direction = fields.word(CommandSection.DIRECTION, Direction.class, Direction.MAXIMISE);
        Optional<Fields> own = embedded.fields("the folds of a function, as in {folds: 1}");
        own.ifPresent(group -> group.only(List.of(FOLDS)));
        return own.flatMap(group -> group.require(FOLDS, "folds: 1"))
                .flatMap(field -> field.whole(1, Integer.MAX_VALUE))
                .map(folds -> new ObjectiveSettings.Embedded(direction, folds.intValue()));
    }

    /// The objective as the file writes it, by field.
    static Map<String, String> write(ObjectiveSettings.Embedded objective) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(EMBEDDED, Written.group(Map.of(FOLDS, Integer.toString(objective.folds()))));
        fields.put(CommandSection.DIRECTION, Field.written(objective.direction()));
        return fields;
    }
}
