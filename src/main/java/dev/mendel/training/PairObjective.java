package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.data.Folds;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Stepwise;
import dev.mendel.trial.Trial;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Trains the network that a configuration describes and scores it by the share of pairs it compares rightly:
/// on the fold left out, or, for the test, on pairs that no fold has.
///
/// The folds are the same for every trial. Used by any number of threads at once; every evaluation has its own
/// data.
public final class PairObjective implements Stepwise {
    private final DigitPairsSettings settings;
    private final DigitPairs pairs;
    private final DigitPairs testPairs;
    private final Folds folds;

    /// @param pairs to be dealt into folds; the test trains with all of them
    /// @param testPairs for the test alone
    /// @param folds a partition of the positions of `pairs`
    public PairObjective(DigitPairsSettings settings, DigitPairs pairs, DigitPairs testPairs, Folds folds) {
        this.settings = settings;
        this.pairs = pairs;
        this.testPairs = testPairs;
        this.folds = folds;
    }

    /// Draws the pairs and deals them.
    ///
    /// @param seed decides which pairs and which folds, and nothing else
    /// @throws DataException if the data set has too few images, or images of another size than 28 × 28
    public static PairObjective draw(DigitPairsSettings settings, Dataset data, Seed seed) throws DataException {
        Samples.requireReadable(data);
        int count = settings.pairs();
        return new PairObjective(
                settings,
                data.trainingPairs(count, seed.derive("pairs").random()),
                data.testPairs(count, seed.derive("test pairs").random()),
                Folds.of(count, settings.folds(), seed.derive("folds").random()));
    }

    /// Begins to load the engine that trains, on a thread of its own: it takes a second, and there are files to
    /// read meanwhile.
    ///
    /// @return completed when the engine is ready; exceptionally if it can't be had
    public static CompletableFuture<Void> warmUp(Engine engine) {
        return CompletableFuture.runAsync(
                () -> Engines.start(engine),
                task -> Thread.ofPlatform().daemon().name("warm-up").start(task));
    }

    /// The matrix products of an engine's trainings here, and how far they repeat: a phrase for the record.
    /// Loads the engine, where that has not happened yet.
    public static String products(Engine engine) {
        return Engines.products(engine);
    }

    @Override
    public int folds() {
        return folds.count();
    }

    @Override
    public int epochs() {
        return settings.epochs();
    }

    /// A step's result scores the network as it then is, by the share of comparisons that are right; its time
    /// is the thread's own processor time.
    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException {
        return new PairAttempt(
                resolve(trial),
                settings.times(),
                pairs.select(folds.training(fold)),
                pairs.select(folds.validation(fold)),
                trial.seed().derive("fold", fold));
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return Optional.of(train(trial).test());
    }

    /// Trains a trial's network on all pairs, as [#test] does, and keeps it.
    ///
    /// @throws EvaluationException as for [#evaluate]
    /// @throws InterruptedException as for [#evaluate]
    public TestedNetwork train(Trial trial) throws EvaluationException, InterruptedException {
        try (var attempt = new PairAttempt(
                resolve(trial), settings.times(), pairs, testPairs, trial.seed().derive("test"))) {
            FoldResult result = attempt.complete();
            return new TestedNetwork(attempt.network(), result);
        }
    }

    private PairSettings resolve(Trial trial) throws EvaluationException {
        try {
            return settings.resolve(trial.configuration());
        } catch (IllegalArgumentException e) {
            throw new EvaluationException("no such network: " + e.getMessage(), e);
        }
    }
}
