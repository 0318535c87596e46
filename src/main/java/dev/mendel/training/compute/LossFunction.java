package dev.mendel.training.compute;

import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;

/// The losses and their gradients on plain numbers: small enough to need no tensors.
public final class LossFunction {
    private LossFunction() {}

    /// The training loss of a batch.
    public static double of(PairSettings settings, Batch batch, Logits logits) {
        Network network = settings.network();
        double comparison = network.head() instanceof Head.LessOrEqual
                ? 0
                : mean(settings.comparisonLoss(), logits.comparison(), batch.targets(), Network.ORDERS);
        if (!network.auxiliary()) {
            return comparison;
        }
        double first = mean(settings.classLoss(), logits.first(), batch.firstClasses(), Network.CLASSES);
        double second = mean(settings.classLoss(), logits.second(), batch.secondClasses(), Network.CLASSES);
        return comparison + classWeight(settings) * (first + second);
    }

    /// The weight of each class loss: λ, or 1 where there is no comparison to weigh it against.
    public static double classWeight(PairSettings settings) {
        return settings.network().head() instanceof Head.LessOrEqual ? 1 : settings.lambda();
    }

    /// The mean loss of rows of `width` logits.
    public static double mean(Loss loss, float[] logits, int[] truth, int width) {
        var softmax = new double[width];
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double logarithm = softmax(logits, row, softmax);
            sum += switch (loss) {
                case CROSS_ENTROPY, NLL -> logarithm - logits[row * width + truth[row]];
                case MSE -> difference(softmax, truth[row], 2) / width;
                case L1 -> difference(softmax, truth[row], 1) / width;
            };
        }
        return sum / truth.length;
    }

    /// Adds the gradient of `weight` times the mean loss, by the logits, to as many numbers from `start` on.
    public static void addGradient(Loss loss, float[] logits, int[] truth, double weight, float[] gradient, int start) {
        int width = logits.length / truth.length;
        var softmax = new double[width];
        var slope = new double[width];
        for (int row = 0; row < truth.length; row++) {
            softmax(logits, row, softmax);
            slope(loss, softmax, truth[row], slope);
            for (int i = 0; i < width; i++) {
                gradient[start + row * width + i] += (float) (weight * slope[i] / truth.length);
            }
        }
    }

    /// The gradient of one row's loss by its logits.
    private static void slope(Loss loss, double[] softmax, int truth, double[] slope) {
        int width = softmax.length;
        double mean = 0;
        for (int i = 0; i < width; i++) {
            double difference = softmax[i] - (i == truth ? 1 : 0);
            slope[i] = switch (loss) {
                case CROSS_ENTROPY, NLL -> difference;
                case MSE -> 2 * difference / width;
                case L1 -> Math.signum(difference) / width;
            };
            mean += slope[i] * softmax[i];
        }
        if (loss == Loss.MSE || loss == Loss.L1) {
            for (int i = 0; i < width; i++) {
                slope[i] = softmax[i] * (slope[i] - mean);
            }
        }
    }

    private static double difference(double[] softmax, int truth, int power) {
        double sum = 0;
        for (int i = 0; i < softmax.length; i++) {
            double difference = softmax[i] - (i == truth ? 1 : 0);
            sum += power == 2 ? difference * difference : Math.abs(difference);
        }
        return sum;
    }

    /// Fills in the softmax of a row, and says the logarithm of the sum of its logits' exponentials.
    private static double softmax(float[] logits, int row, double[] softmax) {
        int width = softmax.length;
        double largest = logits[row * width + Logits.largest(logits, row, width)];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            softmax[i] = StrictMath.exp(logits[row * width + i] - largest);
            sum += softmax[i];
        }
        for (int i = 0; i < width; i++) {
            softmax[i] /= sum;
        }
        return largest + StrictMath.log(sum);
    }
}
