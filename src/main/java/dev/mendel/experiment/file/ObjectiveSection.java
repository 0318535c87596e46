package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.training.settings.DigitPairsSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the section `objective`: exactly one kind of objective, by its name, and the fields that all kinds
/// share.
final class ObjectiveSection {
    private static final String DIGIT_PAIRS = "digit-pairs";
    static final String ISOLATION = "isolation";
    private static final List<String> KINDS = List.of(DIGIT_PAIRS, CommandSection.COMMAND, JavaSection.JAVA);
    private static final List<String> ALL_FIELDS =
            CommandSection.and(CommandSection.and(KINDS, CommandSection.BESIDE), JavaSection.BESIDE);

    /// The place where trials are evaluated.
    private enum Isolation {
        /// In Mendel's own process.
        NONE,
        /// In Java processes that may crash.
        PROCESS
    }

    private ObjectiveSection() {}

    /// The settings of the section; empty if it has faults.
    ///
    /// @param space the space of the objective; empty if it could not be read
    /// @param folders from which paths start
    static Optional<ObjectiveSettings> read(Field objective, Optional<DeclaredSpace> space, Folders folders) {
        Optional<Fields> fields = objective.fields("an objective such as {digit-pairs: {pairs: 1000}}");
        Optional<Field> embedded = fields.flatMap(kinds -> kinds.find(EmbeddedSection.EMBEDDED));
        if (embedded.isPresent()) {
            return EmbeddedSection.read(embedded.get(), fields.orElseThrow());
        }
        Optional<Field> one = fields.flatMap(kinds -> kinds.one(KINDS, ALL_FIELDS, objective));
        return one.flatMap(kind -> read(kind, fields.orElseThrow(), space, folders));
    }

    private static Optional<ObjectiveSettings> read(
            Field kind, Fields fields, Optional<DeclaredSpace> space, Folders folders) {
        return switch (kind.name()) {
            case CommandSection.COMMAND -> CommandSection.read(kind, fields, space, folders);
            case JavaSection.JAVA -> {
                isolation(fields);
                yield JavaSection.read(kind, fields, folders);
            }
            default -> {
                fields.only(List.of(DIGIT_PAIRS, ISOLATION));
                isolation(fields);
                yield DigitPairsSection.read(kind, space).map(ObjectiveSettings.DigitPairs::new);
            }
        };
    }

    /// Whether trials are to be evaluated in processes of their own.
    static boolean isIsolated(Field objective) {
        return objective
                .fields("an objective")
                .map(ObjectiveSection::isolation)
                .filter(found -> found == Isolation.PROCESS)
                .isPresent();
    }

    private static Isolation isolation(Fields fields) {
        return fields.word(ISOLATION, Isolation.class, Isolation.NONE);
    }

    /// The objective as the file writes it: its kind, and the fields that all kinds share.
    ///
    /// @param folder of the file; null where it is not anywhere
    static Map<String, String> write(ObjectiveSettings objective, boolean isolated, @Nullable Path folder) {
        var fields = new LinkedHashMap<>(write(objective, folder));
        if (isolated) {
            fields.put(ISOLATION, Field.written(Isolation.PROCESS));
        }
        return fields;
    }

    private static Map<String, String> write(ObjectiveSettings objective, @Nullable Path folder) {
        return switch (objective) {
            case ObjectiveSettings.DigitPairs(DigitPairsSettings settings) ->
                Map.of(DIGIT_PAIRS, Written.group(DigitPairsSection.write(settings)));
            case ObjectiveSettings.Command command -> CommandSection.write(command, folder);
            case ObjectiveSettings.Java java -> JavaSection.write(java, folder);
            case ObjectiveSettings.Embedded embedded -> EmbeddedSection.write(embedded);
        };
    }
}
