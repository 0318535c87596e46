package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.external.JavaSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the objective `java`: the class, the place of its code and its settings.
final class JavaSection {
    static final String JAVA = "java";
    static final String JAR = "jar";
    static final String SETTINGS = "settings";

    private static final String JARS = "a jar such as target/my-objective.jar, or a list of them";

    /// All that can stand beside the class.
    static final List<String> BESIDE = List.of(
            CommandSection.DIRECTION,
            CommandSection.REPEATS,
            CommandSection.TIMEOUT,
            ObjectiveSection.ISOLATION,
            JAR,
            SETTINGS);

    private JavaSection() {}

    /// The end of the name of a source file, which is compiled.
    private static final String SOURCE = ".java";

    /// The settings of the section; empty if it has faults.
    ///
    /// @param folders from which the paths of source and jars start
    static Optional<ObjectiveSettings> read(Field java, Fields fields, Folders folders) {
        fields.only(CommandSection.and(List.of(JAVA), BESIDE));
        Optional<String> type =
                java.text("a source file such as Valley.java, or the name of a class such as com.example.MyObjective");
        Direction direction = fields.word(CommandSection.DIRECTION, Direction.class, Direction.MAXIMISE);
        int repeats = CommandSection.repeats(fields);
        Optional<Duration> timeout = fields.find(CommandSection.TIMEOUT).flatMap(CommandSection::time);
        Optional<Path> source = type.filter(name -> name.endsWith(SOURCE))
                .flatMap(_ -> CommandSection.path(java, folders, "a source file"));
        Optional<Field> jar =
                source.isPresent() ? fields.find(JAR) : fields.require(JAR, "jar: target/my-objective.jar");
        List<Path> jars = jar.map(field -> jars(field, folders)).orElse(List.of());
        var settings = new LinkedHashMap<String, Value>();
        fields.find(SETTINGS)
                .flatMap(group -> group.members("a group of settings such as {rows: 1000}"))
                .orElse(List.of())
                .forEach(each -> Values.any(each).ifPresent(value -> settings.put(each.name(), value)));
        return type.filter(_ -> (source.isPresent() || !jars.isEmpty()) && fields.sound(BESIDE.toArray(String[]::new)))
                .map(name -> new ObjectiveSettings.Java(
                        new JavaSettings(
                                source.map(JavaSection::stem).orElse(name),
                                source.orElse(null),
                                jars,
                                new Configuration(settings),
                                repeats,
                                timeout.orElse(null)),
                        direction));
    }

    /// The name of the class that a source file is named after.
    private static String stem(Path source) {
        String name = String.valueOf(source.getFileName());
        return name.substring(0, name.length() - SOURCE.length());
    }

    private static List<Path> jars(Field field, Folders folders) {
        Optional<List<Field>> items = field.itemOrItems(JARS);
        if (items.isPresent() && items.get().isEmpty()) {
            field.fault("is an empty list; it takes " + JARS);
        }
        return items.orElse(List.of()).stream()
                .flatMap(jar -> CommandSection.path(jar, folders, JARS).stream())
                .toList();
    }

    /// The objective as the file writes it, by field.
    ///
    /// @param folder of the file; null where it is not anywhere
    static Map<String, String> write(ObjectiveSettings.Java objective, @Nullable Path folder) {
        JavaSettings settings = objective.settings();
        var fields = new LinkedHashMap<String, String>();
        Path source = settings.source();
        fields.put(JAVA, PlainWord.write(source == null ? settings.type() : Folders.write(source, folder)));
        if (!settings.jars().isEmpty()) {
            fields.put(
                    JAR,
                    Written.words(settings.jars().stream()
                            .map(jar -> Folders.write(jar, folder))
                            .toList()));
        }
        if (!settings.settings().values().isEmpty()) {
            var said = new LinkedHashMap<String, String>();
            settings.settings().values().forEach((name, value) -> said.put(PlainWord.write(name), Written.word(value)));
            fields.put(SETTINGS, Written.group(said));
        }
        fields.put(CommandSection.DIRECTION, Field.written(objective.direction()));
        fields.put(CommandSection.REPEATS, Integer.toString(settings.repeats()));
        settings.timeout().ifPresent(limit -> fields.put(CommandSection.TIMEOUT, TimeText.write(limit)));
        return fields;
    }
}
