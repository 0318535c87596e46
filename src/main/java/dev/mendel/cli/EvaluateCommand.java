package dev.mendel.cli;

import dev.mendel.search.RunKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mendel evaluate EXPERIMENT`.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Train every configuration of an experiment's grid in rounds of freshly drawn pairs.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() throws Exception {
        return options.beginPoints(RunKind.ROUNDS, null);
    }
}
