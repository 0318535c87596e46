package dev.mendel.cli;

import dev.mendel.search.RunKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mendel random EXPERIMENT`.
@Command(
        name = "random",
        mixinStandardHelpOptions = true,
        description = "Try configurations drawn at random, under cross-validation; where neither trials nor time are"
                + " limited, as many as an evolution could come to.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class RandomCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private SeedsOption seeds = new SeedsOption();

    @Override
    public Integer call() throws Exception {
        return options.begin(RunKind.RANDOM, seeds);
    }
}
