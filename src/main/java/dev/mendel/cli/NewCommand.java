package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.Typed;
import dev.mendel.draft.Draft;
import dev.mendel.draft.DraftFile;
import dev.mendel.draft.ExampleLine;
import dev.mendel.draft.HelpOption;
import dev.mendel.draft.HelpText;
import dev.mendel.draft.ProgramHelp;
import dev.mendel.draft.Suggestion;
import dev.mendel.draft.Varied;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.store.StoreException;
import dev.mendel.trial.Direction;
import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel new FILE [-- COMMAND…]`.
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Write a first experiment, with comments that explain it: for a program from what its --help says"
                + " of its options, for a Java source file, for digit pairs, or from the answers to some questions.",
        footer = {
            "",
            "Examples:",
            "  mendel new tune.yaml -- python3 train.py data.csv",
            "  mendel new tune.yaml --answer 'accuracy: 0.93' --vary 'lr 1e-4 1 log' -- ./train.sh",
            "  mendel new valley.yaml --direction minimise --vary 'x -2 2' -- Valley.java"
        })
final class NewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "the experiment to write")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "COMMAND",
            description =
                    "a program with what it always gets, after `--`, or a Java source file; without it you are asked")
    private List<String> command = List.of();

    @Option(names = "--digit-pairs", description = "networks that compare two handwritten digits")
    private boolean digitPairs;

    @Option(
            names = "--direction",
            paramLabel = "WHICH",
            description = "which values are better: maximise (the default) or minimise")
    private @Nullable String direction;

    @Option(
            names = "--answer",
            paramLabel = "LINE",
            description = "a line that it prints with its value: 'accuracy: 0.93'")
    private @Nullable String answer;

    @Option(
            names = "--vary",
            paramLabel = "'NAME RANGE'",
            description = "a hyperparameter that is passed by an option of its name: 'lr 1e-4 1 log', 'layers 1 8',"
                    + " 'kind plain deep'; may be repeated. --help is not asked for then")
    private List<String> varied = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "100",
            description = "when the search ends (default: ${DEFAULT-VALUE})")
    private long trials;

    @Option(names = "--force", description = "replace a file that is there")
    private boolean force;

    @Override
    public Integer call() throws IOException, ObjectiveException, InterruptedException {
        Failures.require(spec, trials >= 1, "--trials: " + trials + " is not a whole number from 1");
        Failures.require(spec, !digitPairs || command.isEmpty(), "--digit-pairs: needs no COMMAND");
        requireFree();
        String text = command.isEmpty() && !digitPairs ? asked() : drafted();
        requireRead(text);
        Files.writeString(file, text);
        Screen out = Screen.of(spec.commandLine().getOut());
        out.line("written     " + file);
        out.line("look        " + Typed.command("check", file.toString()));
        out.line("go on       " + Typed.command("evolve", file.toString()));
        return 0;
    }

    private void requireFree() {
        if (Files.exists(file) && !force) {
            throw new StoreException(file + ": is there already; name another file, or --force");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException(file + ": there is no folder " + folder);
        }
    }

    private String drafted() throws ObjectiveException, InterruptedException {
        var draft = new DraftFile(name(), better(direction == null ? "" : direction), trials);
        if (digitPairs) {
            return draft.digitPairs();
        }
        List<Suggestion> own = varied.stream().map(this::varied).toList();
        if (Interview.isSource(command)) {
            Failures.require(spec, !own.isEmpty(), "--vary: a class needs hyperparameters: " + Varied.ALLOWED);
            return draft.source(command.getFirst(), new Draft(own, List.of(), List.of()));
        }
        Draft found = own.isEmpty() ? helped(command) : new Draft(own, List.of(), List.of());
        Failures.require(
                spec,
                !found.suggestions().isEmpty(),
                String.join(" ", command)
                        + " --help names no options that could be hyperparameters; name them by --vary");
        return draft.program(command, directory(), found, pattern(answer == null ? "" : answer));
    }

    private String asked() throws ObjectiveException, InterruptedException {
        var questions = new Questions(spec.commandLine().getOut());
        return new Interview(questions, this::helped, name(), trials, directory()).text();
    }

    private Draft helped(List<String> words) throws ObjectiveException, InterruptedException {
        Optional<String> help = ProgramHelp.of(words);
        List<HelpOption> options = HelpText.options(help.orElse(""));
        Draft draft = Draft.of(options, words);
        Screen.of(spec.commandLine().getOut())
                .line("help        " + String.join(" ", words) + " --help: "
                        + (help.isEmpty()
                                ? "has not ended after " + ProgramHelp.PATIENCE.toSeconds() + " s, and was ended"
                                : Counted.of(draft.suggestions().size(), "hyperparameter") + ", of "
                                        + Counted.of(options.size(), "option")));
        return draft;
    }

    private Suggestion varied(String line) {
        Optional<Suggestion> suggestion = Varied.of(line, !Interview.isSource(command));
        Failures.require(spec, suggestion.isPresent(), "--vary: '" + line + "' is not " + Varied.ALLOWED);
        return suggestion.orElseThrow();
    }

    private Optional<String> pattern(String line) {
        Optional<String> pattern = ExampleLine.pattern(line);
        Failures.require(
                spec,
                line.isEmpty() || pattern.isPresent(),
                "--answer: '" + line + "' is no line with words and a number, such as 'accuracy: 0.93'");
        return pattern;
    }

    private Direction better(String word) {
        Optional<Direction> found = Interview.direction(word);
        Failures.require(spec, found.isPresent(), "--direction: " + word + " is not one of maximise, minimise");
        return found.orElseThrow();
    }

    /// The experiment's name: the file's.
    private String name() {
        String plain = String.valueOf(file.getFileName())
                .replaceAll("\\.ya?ml$", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "experiment" : plain.substring(0, Math.min(plain.length(), 64));
    }

    /// The folder in which the command was typed, where the file is in another.
    private Optional<String> directory() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = file.toAbsolutePath().normalize().getParent();
        return here.equals(folder) || folder == null
                ? Optional.empty()
                : Optional.of(folder.relativize(here).toString());
    }

    /// What is written is an experiment, or it is not written.
    private void requireRead(String text) throws ObjectiveException {
        try {
            ExperimentFile.parse(file.toString(), text, List.of());
        } catch (ExperimentException e) {
            throw new ObjectiveException(
                    file + ": is not written, since it would not be read: "
                            + e.faults().getFirst(),
                    e);
        }
    }
}
