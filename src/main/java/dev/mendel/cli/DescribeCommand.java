package dev.mendel.cli;

import dev.mendel.run.NetworkTables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private FileOption file = new FileOption();

    @Override
    public Integer call() throws Exception {
        NetworkTables.of(file.read()).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
