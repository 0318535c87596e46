package dev.mendel.cli;

import dev.mendel.experiment.Undertaking;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mendel grid EXPERIMENT`.
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        description = "Try every configuration of an experiment's grid, under cross-validation.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class GridCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() throws Exception {
        return options.begin(Undertaking.GRID);
    }
}
