package dev.mendel.cli;

import dev.mendel.search.RunKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mendel evolve EXPERIMENT`.
@Command(
        name = "evolve",
        mixinStandardHelpOptions = true,
        description = "Begin an evolutionary run of an experiment.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class EvolveCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private SeedsOption seeds = new SeedsOption();

    @Override
    public Integer call() throws Exception {
        return options.begin(RunKind.EVOLUTION, seeds);
    }
}
