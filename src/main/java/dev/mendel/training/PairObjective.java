package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.data.Folds;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Trains the network that a configuration describes and scores it by the share of pairs it compares rightly:
/// on the fold left out, or, for the test, on pairs that no fold has.
///
/// The folds are the same for every trial. Used by any number of threads at once; every evaluation holds what
/// it needs itself.
public final class PairObjective implements Objective {
    /// The measure that says how many numbers a network learns.
    public static final String PARAMETERS = "parameters";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

    /// Begins to load the engine that trains, on a thread of its own: it takes a second, and there are files to read
    /// meanwhile.
    ///
    /// @return completed when the engine is ready; exceptionally if it can't be had
    public static CompletableFuture<Void> warmUp(Engine engine) {
        return CompletableFuture.runAsync(
                () -> Engines.start(engine),
                task -> Thread.ofPlatform().daemon().name("warm-up").start(task));
    }

    /// How an engine makes the matrix products of trainings here, and how far they repeat: a phrase for the record.
    /// Loads the engine, where that has not happened yet.
    public static String products(Engine engine) {
        return Engines.products(engine);
    }

    @Override
    public int folds() {
        return folds.count();
    }

    /// @return as score the share of comparisons that are right; as time the thread's own processor time
    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return train(
                trial,
                pairs.select(folds.training(fold)),
                pairs.select(folds.validation(fold)),
                trial.seed().derive("fold", fold));
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return Optional.of(train(trial, pairs, testPairs, trial.seed().derive("test")));
    }

    private FoldResult train(Trial trial, DigitPairs training, DigitPairs scoring, Seed seed)
            throws EvaluationException, InterruptedException {
        long start = THREADS.getCurrentThreadCpuTime();
        PairSettings resolved = resolve(trial);
        try (var network = new Training(resolved, training, seed)) {
            List<FoldResult.Epoch> epochs = network.advance(resolved.epochs());
            PairScores scores = network.score(scoring);
            var measures = new LinkedHashMap<>(scores.measures());
            measures.put(PARAMETERS, (double) resolved.network().parameters());
            return new FoldResult(new Score(scores.comparison()), measures, epochs, since(start));
        } catch (EvaluationException e) {
            throw e.after(since(start));
        }
    }

    /// This thread's processor time since it was at `start` nanoseconds.
    static Duration since(long start) {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }

    private PairSettings resolve(Trial trial) throws EvaluationException {
        try {
            return settings.resolve(trial.configuration());
        } catch (IllegalArgumentException e) {
            throw new EvaluationException("no such network: " + e.getMessage(), e);
        }
    }
}
