package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.network.Tower;
import java.util.function.UnaryOperator;

/// Digit pairs, standardised, from which batches are taken. Immutable.
final class Samples {
    static final int PIXELS = Tower.ONE_DIGIT.size();

    private final float[] first;
    private final float[] second;
    private final int[] firstClasses;
    private final int[] secondClasses;
    private final int[] targets;

    /// @param pairs images of 14 × 14 pixels
    Samples(DigitPairs pairs, Standard standard) {
        this(pairs, standard, UnaryOperator.identity());
    }

    /// @param pairs images of 14 × 14 pixels
    /// @param change makes images of others before they are standardised: all first ones, then all second ones
    Samples(DigitPairs pairs, Standard standard, UnaryOperator<float[]> change) {
        first = standard.apply(change.apply(pairs.first().pixels()));
        second = standard.apply(change.apply(pairs.second().pixels()));
        firstClasses = pairs.first().classes();
        secondClasses = pairs.second().classes();
        targets = pairs.targets();
    }

    /// Makes sure that a network can read the images of a data set: they are halved before.
    ///
    /// @throws DataException if they are of another size
    static void requireReadable(Dataset data) throws DataException {
        data.requireSize(2 * Tower.ONE_DIGIT.height(), 2 * Tower.ONE_DIGIT.width(), "pair networks");
    }

    int count() {
        return targets.length;
    }

    /// The samples at the positions `order[from]` to `order[to - 1]`.
    Batch batch(int[] order, int from, int to) {
        int count = to - from;
        var batch = new Batch(
                new float[count * PIXELS], new float[count * PIXELS], new int[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            int sample = order[from + i];
            System.arraycopy(first, sample * PIXELS, batch.first(), i * PIXELS, PIXELS);
            System.arraycopy(second, sample * PIXELS, batch.second(), i * PIXELS, PIXELS);
            batch.firstClasses()[i] = firstClasses[sample];
            batch.secondClasses()[i] = secondClasses[sample];
            batch.targets()[i] = targets[sample];
        }
        return batch;
    }

    /// The standardisation of pixels to mean 0 and deviation 1: taken from training data, applied to all.
    record Standard(double mean, double deviation) {
        static Standard of(DigitPairs pairs) {
            float[] first = pairs.first().pixels();
            float[] second = pairs.second().pixels();
            double count = (double) first.length + second.length;
            double mean = (sum(first, 0, 1) + sum(second, 0, 1)) / count;
            double deviation = Math.sqrt((sum(first, mean, 2) + sum(second, mean, 2)) / count);
            return new Standard(mean, deviation > 0 ? deviation : 1);
        }

        private static double sum(float[] pixels, double mean, int power) {
            double sum = 0;
            for (float pixel : pixels) {
                double difference = pixel - mean;
                sum += power == 1 ? difference : difference * difference;
            }
            return sum;
        }

        float[] apply(float[] pixels) {
            var standardised = new float[pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                standardised[i] = (float) ((pixels[i] - mean) / deviation);
            }
            return standardised;
        }
    }
}
