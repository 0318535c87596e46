package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the section `objective`: exactly one kind of objective, by its name, and what is said beside it.
final class ObjectiveReader {
    private static final String DIGIT_PAIRS = "digit-pairs";
    private static final List<String> KINDS = List.of(DIGIT_PAIRS, CommandReader.COMMAND, JavaReader.JAVA);
    private static final List<String> ALL_FIELDS =
            CommandReader.and(CommandReader.and(KINDS, CommandReader.BESIDE), JavaReader.BESIDE);

    private ObjectiveReader() {}

    /// What the section says; empty where something is wrong with it.
    ///
    /// @param space what the objective will have to do with; empty where it could not be read
    /// @param folder what paths start from
    static Optional<ObjectiveSettings> read(Field objective, Optional<DeclaredSpace> space, Path folder) {
        Optional<Fields> fields = objective.fields("an objective such as {digit-pairs: {pairs: 1000}}");
        Optional<Field> one = fields.flatMap(kinds -> kinds.one(KINDS, ALL_FIELDS, objective));
        return one.flatMap(kind -> read(kind, fields.orElseThrow(), space, folder));
    }

    private static Optional<ObjectiveSettings> read(
            Field kind, Fields fields, Optional<DeclaredSpace> space, Path folder) {
        return switch (kind.name()) {
            case CommandReader.COMMAND -> CommandReader.read(kind, fields, folder);
            case JavaReader.JAVA -> JavaReader.read(kind, fields, folder);
            default -> {
                fields.only(List.of(DIGIT_PAIRS));
                yield DigitPairsReader.read(kind, space).map(ObjectiveSettings.DigitPairs::new);
            }
        };
    }
}
