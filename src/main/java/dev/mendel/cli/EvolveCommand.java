package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentReader;
import dev.mendel.experiment.RunSession;
import dev.mendel.search.Budget;
import dev.mendel.trial.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mendel evolve EXPERIMENT`.
@Command(
        name = "evolve",
        mixinStandardHelpOptions = true,
        description = "Begin an evolutionary run of an experiment.",
        footer = {"", "Ctrl-C ends the run; nothing that is finished is lost, and `mendel resume` goes on."})
final class EvolveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXPERIMENT", description = "the experiment's file (YAML)")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the run's seed: another one searches along another way, on the same folds (default: the"
                    + " experiment's)")
    private @Nullable Long seed;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "say something else than the file does, as evolution.population=20; may be repeated")
    private List<String> overrides = List.of();

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() throws Exception {
        Experiment read = ExperimentReader.read(file, overrides);
        Budget changed = budget.over(read.budget());
        Experiment experiment = changed == null ? read : read.withBudget(changed);
        Seed runSeed = seed == null ? experiment.seed() : new Seed(seed);
        return new Conductor(options.transcript())
                .conduct(() -> RunSession.begin(experiment, runSeed, options.means()));
    }
}
