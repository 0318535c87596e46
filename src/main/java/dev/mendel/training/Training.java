package dev.mendel.training;

import dev.mendel.data.DigitPairs;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.compute.Masks;
import dev.mendel.training.network.Augmentation;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Weights;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A training in progress: advance it, score it, go on, close it. Everything random
/// in it comes from its seed, so the same seed, settings and pairs give the same parameters to the last bit,
/// however many trainings run beside it. For one thread at a time.
public final class Training implements AutoCloseable {
    public static final int PAIRS_SCORED_AT_ONCE = 50;

    private final PairSettings settings;
    private final Samples.Standard standard;
    private final DigitPairs pairs;
    private final Samples samples;
    private final RandomGenerator order;
    private final RandomGenerator dropout;
    private final RandomGenerator distortion;
    private final Weights weights;
    private final float[] gradient;
    private final OptimizerState optimizer;
    private final Computation computation;
    private final long steps;
    private long stepsMade;
    private int epochs;

    /// An untrained network.
    ///
    /// @param pairs to train with; validation and test data are brought to their mean and deviation too
    /// @param seed of this training alone
    public Training(PairSettings settings, DigitPairs pairs, Seed seed) {
        this(settings, pairs, seed, Engines.computation(settings, capacity(settings, pairs)));
    }

    public Training(PairSettings settings, DigitPairs pairs, Seed seed, Computation computation) {
        this.settings = settings;
        this.standard = Samples.Standard.of(pairs);
        this.pairs = pairs;
        this.samples = new Samples(pairs, standard);
        this.order = seed.derive("order").random();
        this.dropout = seed.derive("dropout").random();
        this.distortion = seed.derive("augmentation").random();
        var slots = new Slots(settings.network());
        this.weights = slots.initial(seed.derive("initialisation").random());
        this.gradient = new float[slots.size()];
        this.optimizer = OptimizerState.of(settings.optimizer(), slots.size());
        this.computation = computation;
        this.steps = settings.epochs() * stepsOfAnEpoch();
    }

    /// Passes over the training pairs some more times, each time in another order.
    ///
    /// @return the mean training loss of each of these passes, numbered on from the last
    /// @throws EvaluationException if a loss is infinite or no number: the training has diverged
    /// @throws InterruptedException if the thread was interrupted; the training is of no further use
    public List<Epoch> advance(int more) throws EvaluationException, InterruptedException {
        var passes = new ArrayList<Epoch>();
        for (int i = 0; i < more; i++) {
            epochs++;
            passes.add(new Epoch(epochs, epoch()));
        }
        return passes;
    }

    /// The scores of the network as it is now on other pairs.
    ///
    /// @throws EvaluationException if one of its answers is infinite or no number
    public PairScores score(DigitPairs pairs) throws EvaluationException {
        var scored = new Samples(pairs, standard);
        int[] all = IntStream.range(0, pairs.count()).toArray();
        var counter = new ScoreCounter(settings);
        for (int from = 0; from < all.length; from += PAIRS_SCORED_AT_ONCE) {
            Batch batch = scored.batch(all, from, Math.min(from + PAIRS_SCORED_AT_ONCE, all.length));
            counter.add(batch, computation.logits(weights, batch));
        }
        return counter.scores();
    }

    /// The network as it is now: a copy.
    TrainedNetwork network() {
        var copy = new Weights(weights.learnt().clone(), weights.statistics().clone());
        return new TrainedNetwork(settings, copy, standard.mean(), standard.deviation());
    }

    /// The parameters as they are now: a copy.
    float[] parameters() {
        return weights.learnt().clone();
    }

    @Override
    public void close() {
        computation.close();
    }

    /// The most pairs that are computed together: see [#end].
    private static int capacity(PairSettings settings, DigitPairs pairs) {
        return Math.max(Math.min(settings.batch() + 1, pairs.count()), PAIRS_SCORED_AT_ONCE);
    }

    private double epoch() throws EvaluationException, InterruptedException {
        int[] shuffled = shuffled(samples.count());
        Samples epoch = ofAnEpoch();
        double sum = 0;
        for (int from = 0; from < shuffled.length; ) {
            if (Thread.interrupted()) {
                throw new InterruptedException("training was interrupted in epoch " + epochs);
            }
            int to = end(from, shuffled.length);
            sum += step(epoch.batch(shuffled, from, to)) * (to - from);
            from = to;
        }
        return sum / shuffled.length;
    }

    private Samples ofAnEpoch() {
        Augmentation augmentation = settings.regime().augmentation();
        return augmentation.changes()
                ? new Samples(pairs, standard, images -> Distortion.each(images, augmentation, distortion))
                : samples;
    }

    private double step(Batch batch) throws EvaluationException {
        Masks masks = Masks.draw(settings.network(), batch.count(), dropout);
        double loss = computation.gradient(weights, batch, masks, gradient);
        if (!Double.isFinite(loss)) {
            throw new EvaluationException("the training diverged: in epoch " + epochs + " the loss is " + loss
                    + ", with a learning rate of " + settings.optimizer().learningRate());
        }
        double highest = settings.optimizer().learningRate();
        double rate = settings.regime().schedule().rate(highest, stepsMade, steps);
        optimizer.step(weights.learnt(), gradient, rate);
        stepsMade++;
        return loss;
    }

    private long stepsOfAnEpoch() {
        long count = 0;
        for (int from = 0; from < samples.count(); from = end(from, samples.count())) {
            count++;
        }
        return count;
    }

    /// The end of the batch that starts at `from`. A single pair is no batch of its own: it joins the batch
    /// before it, for batch normalisation knows no deviation of one.
    private int end(int from, int count) {
        int to = Math.min(from + settings.batch(), count);
        return settings.batch() > 1 && to == count - 1 ? count : to;
    }

    private int[] shuffled(int count) {
        int[] positions = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = order.nextInt(i + 1);
            int moved = positions[i];
            positions[i] = positions[other];
            positions[other] = moved;
        }
        return positions;
    }
}
