package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.store.RunDirectory;
import java.io.Console;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel delete RUN…`.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete runs: their directories, with all results. It asks before it does.")
final class DeleteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            completionCandidates = RunNames.class,
            description = "a run's directory, its name or the name's beginning, or `latest`; or a group's name")
    private List<String> names = List.of();

    @Option(
            names = {"-y", "--yes"},
            description = "delete without asking")
    private boolean yes;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Set<RunDirectory> runs = new LinkedHashSet<>();
        names.forEach(name -> runs.addAll(RunDirectory.findAll(output.path(), name)));
        Screen screen = Screen.of(spec.commandLine().getOut());
        runs.forEach(run -> screen.line(run.toString()));
        if (!yes && !isWanted(runs.size())) {
            screen.line("nothing is deleted");
            return Failures.MISTAKE;
        }
        runs.forEach(RunDirectory::delete);
        screen.line("deleted     " + Counted.of(runs.size(), "run"));
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where input or output is redirected, in JDK 25 too
    private boolean isWanted(int count) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new ParameterException(
                    spec.commandLine(), "--yes is missing: there is nobody to ask whether to delete");
        }
        String answer = console.readLine("delete %s for good? [y/N] ", Counted.of(count, "run"));
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
