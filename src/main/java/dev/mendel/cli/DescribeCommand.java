package dev.mendel.cli;

import dev.mendel.experiment.ExperimentReader;
import dev.mendel.experiment.NetworkTables;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel describe EXPERIMENT`.
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Print an experiment's networks: layers, shapes and numbers of parameters.")
final class DescribeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", description = "the experiment's file (YAML)")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "say something else than the file does, as objective.digit-pairs.tower=small; may be repeated")
    private List<String> overrides = List.of();

    @Override
    public Integer call() throws Exception {
        NetworkTables.of(ExperimentReader.read(file, overrides))
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
