package dev.mendel.cli;

import dev.mendel.store.RunDirectory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel note RUN TEXT…`.
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = "Write a note to a run, in place of the one that is there; without a text, print it.")
final class NoteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Parameters(index = "1..*", paramLabel = "TEXT", arity = "0..*", description = "the note")
    private List<String> text = List.of();

    @Option(names = "--remove", description = "take the note away")
    private boolean remove;

    @Override
    public Integer call() {
        Failures.require(spec, !remove || text.isEmpty(), "--remove: takes no text");
        RunDirectory directory = run.directory();
        if (remove || !text.isEmpty()) {
            directory.note(String.join(" ", text));
        } else {
            spec.commandLine().getOut().println(directory.note());
        }
        return 0;
    }
}
