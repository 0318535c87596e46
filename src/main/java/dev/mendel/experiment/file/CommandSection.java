package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.CommandSettings.Steps;
import dev.mendel.external.Script;
import dev.mendel.trial.Direction;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the objective `command`: the program, and beside it how it is asked.
final class CommandSection {
    static final String COMMAND = "command";
    static final String DIRECTION = "direction";
    static final String REPEATS = "repeats";
    static final String DIRECTORY = "directory";
    static final String PROCESSES = "processes";
    static final String TIMEOUT = "timeout";
    static final String VALUE = "value";
    private static final String EPOCHS = "epochs";
    private static final String LISTENS = "listens";

    private static final int MOST_EPOCHS = 1_000_000;
    private static final String A_WORD = "a word; one with a placeholder is written in quotes: \"{learning-rate}\"";
    private static final String PROGRAM = "a program and its arguments such as [python3, train.py]";

    /// All that can stand beside the command.
    static final List<String> BESIDE = and(
            List.of(DIRECTION, REPEATS, DIRECTORY, PROCESSES, TIMEOUT, VALUE, EPOCHS, LISTENS), ScriptSection.BESIDE);

    private CommandSection() {}

    /// Two lists as one, each name once.
    static List<String> and(List<String> names, List<String> others) {
        return Stream.concat(names.stream(), others.stream()).distinct().toList();
    }

    /// The number of times that a trial is evaluated.
    static int repeats(Fields fields) {
        return (int) fields.whole(REPEATS, 1, 1_000_000, 1);
    }

    /// The settings of the section; empty if it has faults.
    ///
    /// @param space the declared hyperparameters; empty if they could not be read
    /// @param folders the first is where the program runs, unless another directory is named from there
    static Optional<ObjectiveSettings> read(
            Field command, Fields fields, Optional<DeclaredSpace> space, Folders folders) {
        fields.only(and(List.of(COMMAND), BESIDE));
        var script = new ScriptSection(fields, space);
        Optional<List<String>> words = words(command, script);
        Script settings = script.read();
        Direction direction = fields.word(DIRECTION, Direction.class, Direction.MAXIMISE);
        int repeats = repeats(fields);
        Path directory = fields.find(DIRECTORY)
                .flatMap(field -> path(field, folders, "a directory such as ../model"))
                .orElse(folders.first());
        Processes processes = fields.word(PROCESSES, Processes.class, Processes.PER_WORKER);
        Optional<Duration> timeout = fields.find(TIMEOUT).flatMap(CommandSection::time);
        Optional<String> value = fields.find(VALUE).flatMap(field -> word(field, "a name such as accuracy"));
        Steps steps = steps(fields);
        return words.map(program -> new CommandSettings(
                        program,
                        directory,
                        processes,
                        repeats,
                        value.orElse(null),
                        timeout.orElse(null),
                        settings,
                        steps))
                .map(read -> read.isScript() ? script(read, command, fields, script) : read)
                .filter(_ -> fields.sound(COMMAND) && fields.sound(BESIDE.toArray(String[]::new)))
                .map(read -> new ObjectiveSettings.Command(read, direction));
    }

    private static Steps steps(Fields fields) {
        int epochs = (int) fields.whole(EPOCHS, 1, MOST_EPOCHS, 1);
        boolean listens = fields.find(LISTENS).flatMap(CommandSection::flag).orElse(false);
        if (listens && epochs == 1) {
            fields.find(LISTENS)
                    .filter(_ -> fields.sound(EPOCHS))
                    .ifPresent(field -> field.fault("is true, and without epochs there is nothing to decide on the way;"
                            + " write for example `epochs: 20`, or leave it out"));
            return Steps.ONE;
        }
        return new Steps(epochs, listens);
    }

    private static Optional<Boolean> flag(Field field) {
        Optional<Literal> literal = field.literal("true or false");
        if (literal.isPresent() && !(literal.get() instanceof Literal.Flag)) {
            field.refuse("true or false");
        }
        return literal.map(found -> found instanceof Literal.Flag(boolean flag) && flag);
    }

    /// The settings of a program that is run once for each evaluation; what does not go with that is a fault.
    private static CommandSettings script(
            CommandSettings settings, Field command, Fields fields, ScriptSection script) {
        script.requireAll(command);
        if (settings.processes() == Processes.PER_WORKER) {
            fields.find(PROCESSES)
                    .ifPresent(field -> field.fault("is per-worker, and a program that gets a trial in its arguments or"
                            + " environment, or is answered for by patterns, is started for each; leave it out"));
        }
        if (settings.steps().listens()) {
            fields.find(LISTENS)
                    .ifPresent(field -> field.fault("is true, and a program that gets a trial in its arguments or"
                            + " environment, or is answered for by patterns, reads nothing; leave it out, and it is"
                            + " stopped all the same"));
        }
        if (settings.value().isPresent() && settings.script().answers().answer() != null) {
            fields.find(VALUE)
                    .ifPresent(field -> field.fault("names a value in lines of JSON, and answer finds it by a"
                            + " pattern; leave one of them out"));
        }
        return settings.with(Processes.PER_TRIAL);
    }

    /// A path, from folders on.
    static Optional<Path> path(Field field, Folders folders, String allowed) {
        Optional<String> text = word(field, allowed);
        try {
            return text.map(folders::resolve);
        } catch (InvalidPathException e) {
            field.refuse(allowed);
            return Optional.empty();
        }
    }

    private static Optional<List<String>> words(Field command, ScriptSection script) {
        List<Field> items = command.items(PROGRAM).orElse(List.of());
        if (items.isEmpty()) {
            if (!command.faults().concern(command.path())) {
                command.fault("is an empty list; it takes " + PROGRAM);
            }
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        for (Field item : items) {
            word(item, A_WORD).ifPresent(word -> {
                script.check(item, word, item.path().equals(items.getFirst().path()));
                words.add(word);
            });
        }
        return words.size() < items.size() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> word(Field field, String allowed) {
        Optional<String> text = field.text(allowed);
        if (text.isPresent() && (text.get().isEmpty() || !Values.isWritten(text.get()))) {
            field.refuse(allowed);
            return Optional.empty();
        }
        return text;
    }

    /// A time above zero.
    static Optional<Duration> time(Field field) {
        String allowed = "a time such as 90s, 5m, 2h or 1h30m";
        Optional<String> text = field.text(allowed);
        Optional<Duration> time = text.flatMap(TimeText::read);
        if (text.isPresent() && time.isEmpty()) {
            field.refuse(allowed);
        }
        return time;
    }

    /// The objective as the file writes it, by field.
    ///
    /// @param folder of the file; null where it is not anywhere
    static Map<String, String> write(ObjectiveSettings.Command objective, @Nullable Path folder) {
        CommandSettings settings = objective.settings();
        var fields = new LinkedHashMap<String, String>();
        fields.put(COMMAND, Written.words(settings.command()));
        fields.put(DIRECTION, Field.written(objective.direction()));
        fields.put(REPEATS, Integer.toString(settings.repeats()));
        fields.put(DIRECTORY, PlainWord.write(Folders.write(settings.directory(), folder)));
        fields.put(PROCESSES, Field.written(settings.processes()));
        settings.timeout().ifPresent(limit -> fields.put(TIMEOUT, TimeText.write(limit)));
        settings.value().ifPresent(name -> fields.put(VALUE, PlainWord.write(name)));
        if (settings.steps().epochs() > 1) {
            fields.put(EPOCHS, Integer.toString(settings.steps().epochs()));
            fields.put(LISTENS, Boolean.toString(settings.steps().listens()));
        }
        fields.putAll(ScriptSection.write(settings.script()));
        return fields;
    }
}
