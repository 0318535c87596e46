package dev.mendel.cli;

import dev.mendel.search.RunKind;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mendel grid EXPERIMENT`.
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        description = "Try every configuration of an experiment's grid, under cross-validation.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class GridCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "only so many of them; `resume --trials` goes on with more")
    private @Nullable Long limit;

    @Option(names = "--shuffle", description = "in an order that the run's seed decides, not the file's")
    private boolean shuffle;

    @Override
    public Integer call() throws Exception {
        return options.beginPoints(shuffle ? RunKind.SHUFFLED_GRID : RunKind.GRID, limit);
    }
}
