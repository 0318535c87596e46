package dev.mendel.bench;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.data.Folds;
import dev.mendel.space.Configuration;
import dev.mendel.training.Engines;
import dev.mendel.training.Training;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.torch.PlainComputation;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Seed;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// The cost of training and scoring the first fold of configurations, on either path. A training that diverges
/// costs the time until then.
final class FoldCost {
    private final DigitPairsSettings settings;
    private final Seed seed;
    private final DigitPairs training;
    private final DigitPairs validation;

    /// @throws DataException if the data set has too few images
    public FoldCost(DigitPairsSettings settings, Dataset data, Seed seed) throws DataException {
        this.settings = settings;
        this.seed = seed;
        DigitPairs pairs =
                data.trainingPairs(settings.pairs(), seed.derive("pairs").random());
        var folds = Folds.of(
                settings.pairs(), settings.folds(), seed.derive("folds").random());
        this.training = pairs.select(folds.training(0));
        this.validation = pairs.select(folds.validation(0));
    }

    /// By PyTorch's own operations and autograd.
    public Timing plain(Configuration configuration) throws Exception {
        PairSettings resolved = settings.resolve(configuration);
        return Timing.of(() -> train(resolved, new PlainComputation(resolved)));
    }

    /// By the way that trainings take here.
    public Timing fast(Configuration configuration) throws Exception {
        PairSettings resolved = settings.resolve(configuration);
        int capacity = Math.max(resolved.batch() + 1, Training.PAIRS_SCORED_AT_ONCE);
        return Timing.of(() -> train(resolved, Engines.computation(resolved, capacity)));
    }

    /// The time that some workers need for all of the configurations by that way, in milliseconds by the clock.
    public double together(List<Configuration> configurations, int workers) throws Exception {
        Queue<Configuration> open = new ConcurrentLinkedQueue<>(configurations);
        Callable<Void> worker = () -> {
            for (Configuration next = open.poll(); next != null; next = open.poll()) {
                fast(next);
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> all =
                    IntStream.range(0, workers).mapToObj(_ -> worker).toList();
            return Timing.of(() -> {
                        for (var each : threads.invokeAll(all)) {
                            each.get();
                        }
                    })
                    .wall();
        }
    }

    private void train(PairSettings resolved, Computation computation) throws InterruptedException {
        try (var network = new Training(resolved, training, seed, computation)) {
            network.advance(resolved.epochs());
            network.score(validation);
        } catch (EvaluationException e) {
            // diverged: what it took is what it costs
        }
    }
}
