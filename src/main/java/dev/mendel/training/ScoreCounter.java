package dev.mendel.training;

import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.compute.LossFunction;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;
import dev.mendel.trial.EvaluationException;
import java.util.OptionalDouble;

/// Counts a network's right answers, batch after batch.
final class ScoreCounter {
    private final PairSettings settings;
    private int pairs;
    private int rightComparisons;
    private int rightFirst;
    private int rightSecond;
    private double loss;

    ScoreCounter(PairSettings settings) {
        this.settings = settings;
    }

    void add(Batch batch, Logits logits) {
        pairs += batch.count();
        rightComparisons += right(comparisons(batch, logits), batch.targets());
        if (namesDigits()) {
            rightFirst += right(digits(batch, logits.first()), batch.firstClasses());
            rightSecond += right(digits(batch, logits.second()), batch.secondClasses());
        }
        loss += LossFunction.scoring(settings, batch, logits) * batch.count();
    }

    /// @throws EvaluationException if the loss is infinite or no number
    PairScores scores() throws EvaluationException {
        if (!Double.isFinite(loss)) {
            throw new EvaluationException("the training diverged: on pairs it was not trained with, the loss is " + loss
                    + ", with a learning rate of " + settings.optimizer().learningRate());
        }
        return new PairScores(share(rightComparisons), digitShare(rightFirst), digitShare(rightSecond), loss / pairs);
    }

    private boolean namesDigits() {
        return settings.network().namesDigits();
    }

    private OptionalDouble digitShare(int right) {
        return namesDigits() ? OptionalDouble.of(share(right)) : OptionalDouble.empty();
    }

    private double share(int right) {
        return (double) right / pairs;
    }

    private int[] comparisons(Batch batch, Logits logits) {
        var said = new int[batch.count()];
        for (int i = 0; i < said.length; i++) {
            said[i] = logits.order(settings.network().head(), i);
        }
        return said;
    }

    private static int[] digits(Batch batch, float[] logits) {
        var said = new int[batch.count()];
        for (int i = 0; i < said.length; i++) {
            said[i] = Logits.largest(logits, i, Network.CLASSES);
        }
        return said;
    }

    private static int right(int[] said, int[] truth) {
        int right = 0;
        for (int i = 0; i < said.length; i++) {
            right += said[i] == truth[i] ? 1 : 0;
        }
        return right;
    }
}
