package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.training.settings.DigitPairsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the section `objective`: exactly one kind of objective, by its name, and the fields that all kinds
/// share.
final class ObjectiveSection {
    private static final String DIGIT_PAIRS = "digit-pairs";
    private static final List<String> KINDS = List.of(DIGIT_PAIRS, CommandSection.COMMAND, JavaSection.JAVA);
    private static final List<String> ALL_FIELDS =
            CommandSection.and(CommandSection.and(KINDS, CommandSection.BESIDE), JavaSection.BESIDE);

    private ObjectiveSection() {}

    /// The settings of the section; empty if it has faults.
    ///
    /// @param space the space of the objective; empty if it could not be read
    /// @param folders from which paths start
    static Optional<ObjectiveSettings> read(Field objective, Optional<DeclaredSpace> space, Folders folders) {
        Optional<Fields> fields = objective.fields("an objective such as {digit-pairs: {pairs: 1000}}");
        Optional<Field> one = fields.flatMap(kinds -> kinds.one(KINDS, ALL_FIELDS, objective));
        return one.flatMap(kind -> read(kind, fields.orElseThrow(), space, folders));
    }

    private static Optional<ObjectiveSettings> read(
            Field kind, Fields fields, Optional<DeclaredSpace> space, Folders folders) {
        return switch (kind.name()) {
            case CommandSection.COMMAND -> CommandSection.read(kind, fields, folders);
            case JavaSection.JAVA -> JavaSection.read(kind, fields, folders);
            default -> {
                fields.only(List.of(DIGIT_PAIRS));
                yield DigitPairsSection.read(kind, space).map(ObjectiveSettings.DigitPairs::new);
            }
        };
    }

    /// The objective as the file writes it: its kind, and the fields that all kinds share.
    ///
    /// @param folder of the file; null where it is not anywhere
    static Map<String, String> write(ObjectiveSettings objective, @Nullable Path folder) {
        return switch (objective) {
            case ObjectiveSettings.DigitPairs(DigitPairsSettings settings) ->
                Map.of(DIGIT_PAIRS, Written.group(DigitPairsSection.write(settings)));
            case ObjectiveSettings.Command command -> CommandSection.write(command, folder);
            case ObjectiveSettings.Java java -> JavaSection.write(java, folder);
        };
    }
}
