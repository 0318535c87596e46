package dev.mendel.experiment;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// Reads the section `objective`: exactly one kind of objective, by its name.
final class ObjectiveReader {
    private static final List<String> KINDS = List.of("digit-pairs");

    private ObjectiveReader() {}

    /// What the section says; empty where something is wrong with it.
    ///
    /// @param space what the objective will have to do with; empty where it could not be read
    static Optional<ObjectiveSettings> read(Field objective, Optional<DeclaredSpace> space) {
        Optional<Fields> fields = objective.fields("an objective such as {digit-pairs: {pairs: 1000}}");
        Optional<Field> one = fields.flatMap(kinds -> kinds.one(KINDS, KINDS, objective));
        one.ifPresent(_ -> fields.orElseThrow().only(KINDS));
        return one.flatMap(kind -> DigitPairsReader.read(kind, space)).map(ObjectiveSettings.DigitPairs::new);
    }
}
