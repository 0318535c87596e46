package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.external.JavaSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads the objective `java`: the class, and beside it where it is and what it is given.
final class JavaReader {
    static final String JAVA = "java";
    static final String JAR = "jar";
    static final String SETTINGS = "settings";

    private static final String JARS = "a jar such as target/my-objective.jar, or a list of them";

    /// All that can stand beside the class.
    static final List<String> BESIDE = List.of(CommandReader.DIRECTION, CommandReader.REPEATS, JAR, SETTINGS);

    private JavaReader() {}

    /// What the section says; empty where something is wrong with it.
    ///
    /// @param folder what the paths of jars start from
    static Optional<ObjectiveSettings> read(Field java, Fields fields, Path folder) {
        fields.only(CommandReader.and(List.of(JAVA), BESIDE));
        Optional<String> type = java.text("the name of a class such as com.example.MyObjective");
        Direction direction = fields.word(CommandReader.DIRECTION, Direction.class, Direction.MAXIMISE);
        int repeats = CommandReader.repeats(fields);
        List<Path> jars = fields.require(JAR, "jar: target/my-objective.jar")
                .map(field -> jars(field, folder))
                .orElse(List.of());
        var settings = new LinkedHashMap<String, Value>();
        fields.find(SETTINGS)
                .flatMap(group -> group.members("a group of settings such as {rows: 1000}"))
                .orElse(List.of())
                .forEach(each -> Values.any(each).ifPresent(value -> settings.put(each.name(), value)));
        return type.filter(_ -> !jars.isEmpty() && fields.sound(BESIDE.toArray(String[]::new)))
                .map(name -> new ObjectiveSettings.Java(
                        new JavaSettings(name, jars, new Configuration(settings), repeats), direction));
    }

    private static List<Path> jars(Field field, Path folder) {
        Optional<List<Field>> items = field.itemOrItems(JARS);
        if (items.isPresent() && items.get().isEmpty()) {
            field.fault("is an empty list; it takes " + JARS);
        }
        return items.orElse(List.of()).stream()
                .flatMap(jar -> CommandReader.path(jar, folder, JARS).stream())
                .toList();
    }
}
