package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.run.Asking;
import dev.mendel.store.RunDirectory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel enqueue RUN NAME=VALUE…`.
@Command(
        name = "enqueue",
        mixinStandardHelpOptions = true,
        description = "Have an evolution try a configuration: in its next generation, in place of a child. What is not"
                + " given is drawn. The run keeps it in its experiment.yaml, with the generation.")
final class EnqueueCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "values of hyperparameters, as an experiment file writes them")
    private List<String> values = List.of();

    @Override
    public Integer call() throws ExperimentException {
        for (String value : values) {
            Failures.require(spec, value.indexOf('=') > 0, "'" + value + "' is no value such as learning-rate=0.01");
        }
        RunDirectory directory = run.directory();
        Screen.of(spec.commandLine().getOut()).line(Asking.enqueue(directory, values));
        return 0;
    }
}
