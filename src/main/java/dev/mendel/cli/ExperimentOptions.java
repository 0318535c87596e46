package dev.mendel.cli;

import dev.mendel.cli.session.GroupSeries;
import dev.mendel.cli.session.SessionRunner;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.run.RunPlan;
import dev.mendel.run.SessionOpening;
import dev.mendel.run.SessionSettings;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.trial.Seed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options of every command that begins a run.
final class ExperimentOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private FileOption file = new FileOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the run's seed: another one searches along another way, on the same folds (default: the"
                    + " experiment's)")
    private @Nullable Long seed;

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private KnownOption known = new KnownOption();

    @Mixin
    private SessionOptions options = new SessionOptions();

    /// Begins a run that goes through points, and goes on to its end.
    ///
    /// @param limit the most points to try; null for the budget's
    /// @return the exit code
    int beginPoints(RunKind kind, @Nullable Long limit) throws Exception {
        Experiment read = experiment();
        requirePoints(read, kind);
        Experiment experiment = limit == null ? read : read.withBudget(limited(read.budget(), limit));
        return options.conduct(shown -> new SessionRunner(shown)
                .conduct(() -> SessionOpening.begin(experiment, kind, seed(experiment), means())));
    }

    /// Begins a search, or several one after another, and goes on to the end.
    ///
    /// @return the exit code
    int begin(RunKind kind, SeedsOption seeds) throws Exception {
        Experiment experiment = experiment();
        if (seeds.count() == 1) {
            return options.conduct(shown -> new SessionRunner(shown)
                    .conduct(() -> SessionOpening.begin(experiment, kind, seed(experiment), means())));
        }
        Seed first = seed(experiment);
        Failures.require(
                spec,
                first.value() <= Long.MAX_VALUE - seeds.count() + 1,
                "--seeds: " + seeds.count() + " seeds from " + first.value() + " on go beyond the largest, "
                        + Long.MAX_VALUE);
        return options.conduct(shown -> new GroupSeries(shown).begin(experiment, kind, first, seeds.count(), means()));
    }

    private Experiment experiment() throws ExperimentException {
        Experiment read = file.read();
        Budget changed = budget.over(read.budget());
        return changed == null ? read : read.withBudget(changed);
    }

    private Seed seed(Experiment experiment) {
        return seed == null ? experiment.seed() : new Seed(seed);
    }

    private SessionSettings means() {
        return options.means(known, SessionSettings.Failures.KEEP);
    }

    private Budget limited(Budget budget, long limit) {
        Failures.require(spec, limit >= 1, "--limit: " + limit + " is not a whole number from 1");
        return budget.withTrials(Math.min(limit, budget.trials()));
    }

    private void requirePoints(Experiment experiment, RunKind kind) {
        List<String> endless = experiment.space().ungridded();
        if (experiment.configurations().isEmpty() && !endless.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    file.path() + ": space." + endless.getFirst()
                            + ": has no grid values, and every one is to be tried; give it some, as grid: [0.01, 0.1]");
        }
        if (new RunPlan(kind, experiment).points().signum() == 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    file.path() + ": no point of the grid keeps the rules, so there is none to try");
        }
        if (kind == RunKind.SHUFFLED_GRID
                && new RunPlan(kind, experiment).points().bitLength() > RunPlan.MOST_BITS_TO_SHUFFLE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--shuffle: the grid has more than 2^" + RunPlan.MOST_BITS_TO_SHUFFLE
                            + " points; `mendel random` draws from any space");
        }
    }
}
