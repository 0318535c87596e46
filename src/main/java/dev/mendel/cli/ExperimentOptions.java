package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentReader;
import dev.mendel.experiment.RunSession;
import dev.mendel.experiment.Undertaking;
import dev.mendel.search.Budget;
import dev.mendel.trial.Seed;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options of every command that begins a run.
final class ExperimentOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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
    private KnownOption known = new KnownOption();

    @Mixin
    private SessionOptions options = new SessionOptions();

    /// Begins the run, and goes on to its end.
    ///
    /// @return the exit code
    int begin(Undertaking undertaking) throws Exception {
        Experiment read = ExperimentReader.read(file, overrides);
        Budget changed = budget.over(read.budget());
        Experiment experiment = changed == null ? read : read.withBudget(changed);
        List<String> endless = experiment.space().ungridded();
        if (undertaking != Undertaking.EVOLUTION && experiment.configurations().isEmpty() && !endless.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + ": space." + endless.getFirst()
                            + ": has no grid values, and every one is to be tried; give it some, as grid: [0.01, 0.1]");
        }
        Seed runSeed = seed == null ? experiment.seed() : new Seed(seed);
        return new Conductor(options.transcript())
                .conduct(() -> RunSession.begin(experiment, undertaking, runSeed, options.means(known)));
    }
}
