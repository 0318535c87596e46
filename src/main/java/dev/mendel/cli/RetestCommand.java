package dev.mendel.cli;

import dev.mendel.analysis.Front;
import dev.mendel.cli.session.SessionRunner;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.Believed;
import dev.mendel.run.SessionOpening;
import dev.mendel.run.compare.ComparableRuns;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel retest RUN`.
@Command(
        name = "retest",
        mixinStandardHelpOptions = true,
        description = "Try a run's best configurations again: under more folds, and in rounds of fresh pairs.",
        footer = {
            "",
            "Begins two runs of digit pairs, one after the other, or one of anything else; `mendel resume` goes on."
        })
final class RetestCommand implements Callable<Integer> {
    private static final int FEW = 3;
    private static final int USUAL_FOLDS = 10;
    /// Of trials, and of folds: in a race of sixteen over sixteen folds the last two go to the end.
    private static final int RACING = 16;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            arity = "1..*",
            description =
                    "a run's directory, its name or the name's beginning, or `latest`; or a group's name. Of several"
                            + " runs, the best of each, every configuration once")
    private List<String> runs = List.of();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            description = "how many of the best (default: 3; 16 with --race; of several objectives the whole front)")
    private @Nullable Integer count;

    @Option(
            names = "--per",
            paramLabel = "NAME",
            description = "so many for each value of this hyperparameter, as --per model")
    private @Nullable String per;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description =
                    "folds of the cross-validation, 0 for none; of programs and classes, evaluations with fresh seeds"
                            + " (default: 10; 16 with --race)")
    private @Nullable Integer folds;

    @Option(
            names = "--rounds",
            paramLabel = "R",
            defaultValue = "10",
            description = "rounds of fresh training and test pairs; 0 for none (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--race",
            description = "for noisy scores: let those race that a model of the run believes to be the best. All are"
                    + " evaluated twice, and the better half of them goes on to four, eight, … folds. No rounds")
    private boolean race;

    @Mixin
    private DirectoryOption moved = new DirectoryOption();

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() throws Exception {
        int often = Objects.requireNonNullElse(folds, race ? RACING : USUAL_FOLDS);
        Failures.require(spec, count == null || count >= 1, "--count: " + count + " is not a whole number from 1");
        Failures.require(spec, often == 0 || often >= 2, "--folds: " + often + " is not 0 or a whole number from 2");
        Failures.require(
                spec, !race || often > 2, "--folds: " + often + " is not a whole number from 3, as a race needs");
        Failures.require(spec, rounds >= 0, "--rounds: " + rounds + " is not a whole number from 0");
        Failures.require(spec, often + rounds > 0, "--folds 0 --rounds 0: nothing to do; one of the two is above 0");
        Experiment experiment = experiment(often);
        if (experiment.objective() instanceof ObjectiveSettings.DigitPairs(DigitPairsSettings settings)) {
            Failures.require(
                    spec,
                    2L * often <= settings.pairs(),
                    "--folds: " + often + " folds need two pairs each, and there are " + settings.pairs() + " pairs");
        }
        int code = 0;
        boolean pairs = experiment.objective().hasRounds();
        if (often > 0 || !pairs) {
            code = begin(experiment, RunKind.GRID);
        }
        return pairs && rounds > 0 && !race && code == 0 ? begin(experiment, RunKind.ROUNDS) : code;
    }

    private int begin(Experiment experiment, RunKind kind) throws Exception {
        return options.conduct(shown -> new SessionRunner(shown)
                .conduct(() -> SessionOpening.begin(experiment, kind, experiment.seed(), options.means())));
    }

    private Experiment experiment(int often) throws Exception {
        var stored = new ArrayList<StoredRun>();
        try {
            for (String run : runs) {
                RunDirectory.findAll(options.output(), run).stream()
                        .map(StoredRun::snapshot)
                        .forEach(stored::add);
            }
            ComparableRuns.requireComparable(stored);
            Experiment kept = moved.over(ExperimentFile.of(stored.getFirst()));
            requireKnown(kept);
            Failures.require(
                    spec,
                    !race || !kept.goals().isOn(),
                    "--race: what a model believes to be the best is by one score; the run has several objectives, or"
                            + " constraints");
            var best = new LinkedHashSet<Configuration>();
            for (StoredRun run : stored) {
                best.addAll(best(ordered(run, kept), most(kept.goals())));
            }
            if (best.isEmpty()) {
                throw new StoreException(stored.getFirst().directory() + ": no trial has a score yet");
            }
            return kept.retest(List.copyOf(best), Math.max(often, 2), Math.max(rounds, 1), race);
        } finally {
            stored.forEach(StoredRun::close);
        }
    }

    private int most(Goals goals) {
        int usual = goals.several() ? Integer.MAX_VALUE : race ? RACING : FEW;
        return Objects.requireNonNullElse(count, usual);
    }

    /// What may be tried again, the best first: of several objectives the front, by the first of them.
    private List<Evaluation> ordered(StoredRun run, Experiment kept) {
        if (kept.goals().several()) {
            List<Evaluation> all = run.trials().stream()
                    .flatMap(each -> each.evaluation().stream())
                    .toList();
            return Front.of(all, kept.goals()).sorted(0).evaluations();
        }
        return race ? Believed.best(run, kept.space()) : run.best(Integer.MAX_VALUE);
    }

    private void requireKnown(Experiment experiment) {
        Failures.require(
                spec,
                per == null || experiment.space().find(per).isPresent(),
                "--per: " + per + " is none of " + experiment.space().names());
    }

    private List<Configuration> best(List<Evaluation> evaluations, int most) {
        Map<Optional<Value>, Integer> taken = new HashMap<>();
        var best = new ArrayList<Configuration>();
        for (Evaluation evaluation : evaluations) {
            Configuration configuration = evaluation.trial().configuration();
            Optional<Value> group = per == null ? Optional.empty() : configuration.find(per);
            if (taken.merge(group, 1, Integer::sum) <= most) {
                best.add(configuration);
            }
        }
        return best;
    }
}
