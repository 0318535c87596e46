package dev.mendel.model;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.Provenance;
import dev.mendel.search.RunKind;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.training.PairObjective;
import dev.mendel.training.PairRounds;
import dev.mendel.training.TestedNetwork;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.FoldRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The training of a finished trial once more, as its test trains it: on all pairs, from the trial's seed. Its
/// result is held against what the run has stored, so that what comes out is the network that the run speaks
/// of.
public final class Retraining {
    private final String run;
    private final Manifest manifest;
    private final Experiment experiment;
    private final StoredTrial trial;
    private final @Nullable FoldResult test;
    private final PairObjective objective;
    private final Objective evaluated;

    private Retraining(
            StoredRun run, Experiment experiment, StoredTrial trial, PairObjective objective, Objective evaluated) {
        this.run = run.directory().toString();
        this.manifest = run.manifest();
        this.experiment = experiment;
        this.trial = trial;
        this.test = run.test(trial.trial().id()).orElse(null);
        this.objective = objective;
        this.evaluated = evaluated;
    }

    /// The stored result that a retraining has repeated.
    public enum Held {
        /// The trial's test.
        TEST,
        /// One of its folds or rounds, since the run has no test of it.
        FOLD,
        /// None: the run has only been told of its values.
        NOTHING;

        /// The word for programs: `test`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A network trained again.
    ///
    /// @param held what its training was held against
    public record Result(TestedNetwork tested, Held held, Origin origin) {}

    /// Prepares the retraining of a trial. The run can be closed then.
    ///
    /// @param number the trial's; null for the best
    /// @param data the folder to read data from; null for the data that come with the program
    /// @throws ModelException if the run trains no networks, was made with another arithmetic or other
    ///     data, or has no such trial with a score
    /// @throws DataException if the data can't be read
    /// @throws ExperimentException if this version does not understand the run's experiment
    public static Retraining of(StoredRun run, @Nullable Long number, @Nullable Path data)
            throws ModelException, DataException, ExperimentException {
        Experiment experiment = ExperimentFile.of(run);
        DigitPairsSettings settings = settings(run, experiment.objective());
        Manifest manifest = run.manifest();
        requireSameArithmetic(run, manifest);
        StoredTrial trial = trial(run, number);
        Dataset dataset = data == null ? Dataset.mnist() : Dataset.in(data);
        if (!dataset.hash().equals(manifest.dataHash())) {
            throw new ModelException(run.directory() + ": the run learnt from other data (" + manifest.dataHash()
                    + ") than these (" + dataset.hash() + "); --data names the folder of its data");
        }
        PairObjective objective = PairObjective.draw(settings, dataset, experiment.seed());
        Objective evaluated =
                manifest.kind() == RunKind.ROUNDS ? new PairRounds(settings, dataset, experiment.seed()) : objective;
        return new Retraining(run, experiment, trial, objective, evaluated);
    }

    /// The trial that is trained again, with its configuration and score.
    public StoredTrial trial() {
        return trial;
    }

    /// Trains.
    ///
    /// @throws ModelException if the training fails, or comes to another result than the stored one
    /// @throws InterruptedException if the thread was interrupted
    public Result train() throws ModelException, InterruptedException {
        try {
            Held held = test == null ? heldAgainstAFold() : Held.TEST;
            TestedNetwork tested = objective.train(trial.trial());
            if (test != null) {
                requireSame("test", test, tested.test());
            }
            return new Result(tested, held, origin(tested));
        } catch (EvaluationException e) {
            throw new ModelException(
                    run + ": trial " + trial.trial().id() + " can't be trained again: " + e.getMessage(), e);
        }
    }

    private Held heldAgainstAFold() throws ModelException, EvaluationException, InterruptedException {
        Optional<FoldRun> stored =
                trial.folds().stream().filter(fold -> !fold.isImported()).findFirst();
        if (stored.isEmpty()) {
            return Held.NOTHING;
        }
        int fold = stored.get().fold();
        String part = (manifest.kind() == RunKind.ROUNDS ? "round " : "fold ") + (fold + 1);
        requireSame(part, stored.get().result(), evaluated.evaluate(trial.trial(), fold));
        return Held.FOLD;
    }

    /// Measures that only one of the two has, since their versions differ, say nothing.
    private void requireSame(String part, FoldResult stored, FoldResult now) throws ModelException {
        var differing = new ArrayList<String>();
        if (!stored.score().equals(now.score())) {
            differing.add("a score of " + stored.score().value() + " there, "
                    + now.score().value() + " here");
        }
        stored.measures().forEach((name, there) -> {
            Double here = now.measures().getOrDefault(name, there);
            if (!here.equals(there) && !FoldResult.isTime(name)) {
                differing.add(name + " " + there + " there, " + here + " here");
            }
        });
        if (!differing.isEmpty()) {
            throw new ModelException(
                    run + ": trial " + trial.trial().id() + ", trained again, is not the one of the run" + " by its "
                            + part + ": " + String.join("; ", differing) + ". Nothing is written. " + causes());
        }
    }

    private String causes() {
        Map<String, String> here = Provenance.collect();
        here.put("products", PairObjective.products(settings().engine()));
        var differences = new ArrayList<String>();
        here.forEach((name, value) -> {
            String there = manifest.provenance().getOrDefault(name, "unknown");
            if (!there.equals(value)) {
                differences.add(name + " " + there + " there, " + value + " here");
            }
        });
        return differences.isEmpty()
                ? "Version and machine are the same, so the run's database may be damaged"
                : "What differs: " + String.join("; ", differences);
    }

    private DigitPairsSettings settings() {
        return ((ObjectiveSettings.DigitPairs) experiment.objective()).settings();
    }

    private Origin origin(TestedNetwork tested) {
        return new Origin(
                Provenance.version(),
                Manifest.ARITHMETIC,
                experiment.name(),
                Path.of(run).toAbsolutePath().normalize().getFileName().toString(),
                trial.trial().id().number(),
                experiment.seed().value(),
                trial.trial().seed().value(),
                manifest.dataHash(),
                trial.trial().configuration(),
                trial.score().orElseThrow(),
                tested.test().score().value(),
                tested.test().measures(),
                tested.network().settings().network().parameters());
    }

    private static DigitPairsSettings settings(StoredRun run, ObjectiveSettings objective) throws ModelException {
        return switch (objective) {
            case ObjectiveSettings.DigitPairs(DigitPairsSettings settings) -> settings;
            case ObjectiveSettings.Command _ -> throw noNetworks(run, "a program");
            case ObjectiveSettings.Java _ -> throw noNetworks(run, "a class");
            case ObjectiveSettings.Embedded _ -> throw noNetworks(run, "a function of a Java program");
        };
    }

    private static ModelException noNetworks(StoredRun run, String found) {
        return new ModelException(run.directory() + ": its objective is " + found
                + "; only runs that train networks (objective: digit-pairs) have a model");
    }

    private static void requireSameArithmetic(StoredRun run, Manifest manifest) throws ModelException {
        if (manifest.arithmetic() != Manifest.ARITHMETIC) {
            throw new ModelException(run.directory() + ": the run was made with arithmetic " + manifest.arithmetic()
                    + " by Mendel " + manifest.provenance().getOrDefault("mendel", "unknown")
                    + ", and this version has " + Manifest.ARITHMETIC
                    + ": it would train another network. Use the version that made the run");
        }
    }

    private static StoredTrial trial(StoredRun run, @Nullable Long number) throws ModelException {
        long wanted = number == null ? best(run) : number;
        List<StoredTrial> trials = run.trials();
        StoredTrial found = trials.stream()
                .filter(trial -> trial.trial().id().number() == wanted)
                .findFirst()
                .orElseThrow(() -> new ModelException("--trial: " + run.directory() + " has no trial " + wanted
                        + "; allowed are 1 to " + trials.size()));
        if (found.outcome().isEmpty()) {
            throw new ModelException(run.directory() + ": trial " + wanted + " is not finished yet");
        }
        if (found.outcome().get() instanceof Outcome.Failed failed) {
            throw new ModelException(
                    run.directory() + ": trial " + wanted + " has failed, so there is no network: " + failed.reason());
        }
        return found;
    }

    private static long best(StoredRun run) throws ModelException {
        List<Evaluation> best = run.best(1);
        if (best.isEmpty()) {
            throw new ModelException(run.directory() + ": no trial has a score yet");
        }
        return best.getFirst().trial().id().number();
    }
}
