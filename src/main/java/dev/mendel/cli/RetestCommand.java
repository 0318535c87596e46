package dev.mendel.cli;

import dev.mendel.experiment.Contest;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.RunSession;
import dev.mendel.experiment.Undertaking;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel retest RUN`.
@Command(
        name = "retest",
        mixinStandardHelpOptions = true,
        description = "Try a run's best configurations again: under more folds, and in rounds of fresh pairs.",
        footer = {"", "Begins two runs, one after the other; `mendel resume` goes on with either."})
final class RetestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description =
                    "a run's directory, its name or the name's beginning, or `latest`; or a group's name. Of several"
                            + " runs, the best of each, every configuration once")
    private List<String> runs = List.of();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "3",
            description = "how many of the best (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--per",
            paramLabel = "NAME",
            description = "so many for each value of this hyperparameter, as --per model")
    private @Nullable String per;

    @Option(
            names = "--folds",
            paramLabel = "K",
            defaultValue = "10",
            description = "folds of the cross-validation; 0 for none (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(
            names = "--rounds",
            paramLabel = "R",
            defaultValue = "10",
            description = "rounds of fresh training and test pairs; 0 for none (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() throws Exception {
        if (count < 1 || folds == 1 || folds < 0 || rounds < 0 || folds + rounds == 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--count is a whole number from 1, --folds 0 or from 2, --rounds from 0, and one of the two not 0");
        }
        Experiment experiment = experiment();
        int code = 0;
        if (folds > 0) {
            code = begin(experiment, Undertaking.GRID);
        }
        return rounds > 0 && code == 0 ? begin(experiment, Undertaking.ROUNDS) : code;
    }

    private int begin(Experiment experiment, Undertaking undertaking) throws Exception {
        return new Conductor(options.transcript())
                .conduct(() -> RunSession.begin(experiment, undertaking, experiment.seed(), options.means()));
    }

    private Experiment experiment() throws Exception {
        var stored = new ArrayList<StoredRun>();
        try {
            for (String run : runs) {
                RunDirectory.findAll(options.output(), run).stream()
                        .map(StoredRun::open)
                        .forEach(stored::add);
            }
            Contest.requireComparable(stored);
            Experiment kept = Experiment.of(stored.getFirst());
            requireKnown(kept);
            var best = new LinkedHashSet<Configuration>();
            stored.forEach(run -> best.addAll(best(run.best(Integer.MAX_VALUE))));
            if (best.isEmpty()) {
                throw new StoreException(stored.getFirst().directory() + ": no trial has a score yet");
            }
            return kept.retest(List.copyOf(best), Math.max(folds, 2), Math.max(rounds, 1));
        } finally {
            stored.forEach(StoredRun::close);
        }
    }

    private void requireKnown(Experiment experiment) {
        if (per != null && experiment.space().find(per).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--per: " + per + " is not one of " + experiment.space().names());
        }
    }

    private List<Configuration> best(List<Evaluation> evaluations) {
        Map<Optional<Value>, Integer> taken = new HashMap<>();
        var best = new ArrayList<Configuration>();
        for (Evaluation evaluation : evaluations) {
            Configuration configuration = evaluation.trial().configuration();
            Optional<Value> group = per == null ? Optional.empty() : configuration.find(per);
            if (taken.merge(group, 1, Integer::sum) <= count) {
                best.add(configuration);
            }
        }
        return best;
    }
}
