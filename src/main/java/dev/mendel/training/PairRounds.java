package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.PairMeasures;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Trains the network that a configuration describes in several rounds, each with training and test pairs of
/// its own, and scores each by the share of test pairs it compares rightly in the end. A round takes the place
/// of a fold.
///
/// A round's pairs are the same for every trial. Used by any number of threads at once.
public final class PairRounds implements Objective {
    /// The prefix of measures on training pairs.
    public static final String TRAINING = "training ";
    /// The best test accuracy after any epoch: often reported, and flattering.
    public static final String BEST_EPOCH = "best epoch's comparison accuracy";

    private final DigitPairsSettings settings;
    private final Dataset data;
    private final Seed seed;

    /// @param seed decides which pairs are drawn, and nothing else
    /// @throws DataException if the data set has too few images, or images of another size than 28 × 28
    public PairRounds(DigitPairsSettings settings, Dataset data, Seed seed) throws DataException {
        this.settings = settings;
        this.data = data;
        this.seed = seed;
        Samples.requireReadable(data);
        training(0);
        test(0);
    }

    @Override
    public int folds() {
        return settings.rounds();
    }

    /// @return as score and measures those of the test pairs after the last epoch, and beside each measure the
    ///     same on the training pairs; as time the thread's own processor time
    @Override
    public FoldResult evaluate(Trial trial, int round) throws EvaluationException, InterruptedException {
        PairSettings resolved;
        DigitPairs training;
        DigitPairs test;
        try {
            resolved = settings.resolve(trial.configuration());
            training = training(round);
            test = test(round);
        } catch (IllegalArgumentException e) {
            throw new EvaluationException("no such network: " + e.getMessage(), e);
        } catch (DataException e) {
            throw new EvaluationException(String.valueOf(e.getMessage()), e);
        }
        var clock = new ThreadClock();
        try (var network = new Training(resolved, training, trial.seed().derive("round", round))) {
            var epochs = new ArrayList<FoldResult.Epoch>();
            var measures = new LinkedHashMap<String, Double>();
            double best = 0;
            Duration trained = Duration.ZERO;
            for (int epoch = 1; epoch <= resolved.epochs(); epoch++) {
                var pure = new ThreadClock();
                FoldResult.Epoch pass = network.advance(1).getFirst();
                trained = trained.plus(pure.time());
                boolean last = epoch == resolved.epochs();
                Map<String, Double> now = last || settings.curves() ? measures(network, training, test) : Map.of();
                epochs.add(new FoldResult.Epoch(pass.number(), pass.loss(), settings.curves() ? now : Map.of()));
                best = Math.max(best, now.getOrDefault(PairMeasures.COMPARISON, 0.0));
                if (last) {
                    measures.putAll(now);
                }
            }
            if (settings.curves()) {
                measures.put(BEST_EPOCH, best);
            }
            if (settings.times()) {
                var answering = new ThreadClock();
                network.score(test);
                measures.putAll(PairScores.times(trained, answering.time(), test.count()));
            }
            measures.put(PairMeasures.PARAMETERS, (double) resolved.network().parameters());
            return new FoldResult(
                    new Score(measures.getOrDefault(PairMeasures.COMPARISON, 0.0)), measures, epochs, clock.time());
        } catch (EvaluationException e) {
            throw e.after(clock.time());
        }
    }

    private static Map<String, Double> measures(Training network, DigitPairs training, DigitPairs test)
            throws EvaluationException {
        var measures = new LinkedHashMap<>(network.score(test).measures());
        network.score(training).measures().forEach((name, value) -> measures.put(TRAINING + name, value));
        return measures;
    }

    private DigitPairs training(int round) throws DataException {
        return data.trainingPairs(
                settings.pairs(), seed.derive("round pairs", round).random());
    }

    private DigitPairs test(int round) throws DataException {
        return data.testPairs(
                settings.pairs(), seed.derive("round test pairs", round).random());
    }
}
