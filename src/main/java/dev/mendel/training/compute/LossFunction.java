package dev.mendel.training.compute;

import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;

/// A loss and its gradient on plain numbers: small enough to need no tensors.
///
/// @param loss its formula
/// @param smoothing the share ε of the truth that is spread evenly over all K classes: the right one counts
///     1 − ε + ε/K, each other ε/K. Szegedy et al., Rethinking the Inception Architecture, 2016
public record LossFunction(Loss loss, double smoothing) {
    /// The loss of a batch that training makes small.
    public static double training(PairSettings settings, Batch batch, Logits logits) {
        return of(settings, settings.regime().labelSmoothing(), batch, logits);
    }

    /// The loss of a batch by which a network is judged: the truth is not smoothed.
    public static double scoring(PairSettings settings, Batch batch, Logits logits) {
        return of(settings, 0, batch, logits);
    }

    private static double of(PairSettings settings, double smoothing, Batch batch, Logits logits) {
        Network network = settings.network();
        var comparisonLoss = new LossFunction(settings.comparisonLoss(), smoothing);
        double comparison = network.head() instanceof Head.LessOrEqual
                ? 0
                : comparisonLoss.mean(logits.comparison(), batch.targets(), Network.ORDERS);
        if (!network.auxiliary()) {
            return comparison;
        }
        var classLoss = new LossFunction(settings.classLoss(), smoothing);
        double first = classLoss.mean(logits.first(), batch.firstClasses(), Network.CLASSES);
        double second = classLoss.mean(logits.second(), batch.secondClasses(), Network.CLASSES);
        return comparison + classWeight(settings) * (first + second);
    }

    /// The weight of each class loss: λ, or 1 where there is no comparison to weigh it against.
    public static double classWeight(PairSettings settings) {
        return settings.network().head() instanceof Head.LessOrEqual ? 1 : settings.lambda();
    }

    /// The mean loss of rows of `width` logits.
    public double mean(float[] logits, int[] truth, int width) {
        var softmax = new double[width];
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double logarithm = softmax(logits, row, softmax);
            sum += switch (loss) {
                case CROSS_ENTROPY, NLL -> logarithm - expected(logits, row, truth[row], width);
                case MSE -> difference(softmax, truth[row], 2) / width;
                case L1 -> difference(softmax, truth[row], 1) / width;
            };
        }
        return sum / truth.length;
    }

    /// Adds the gradient of `weight` times the mean loss, by the logits, to as many numbers from `start` on.
    public void addGradient(float[] logits, int[] truth, double weight, float[] gradient, int start) {
        int width = logits.length / truth.length;
        var softmax = new double[width];
        var slope = new double[width];
        for (int row = 0; row < truth.length; row++) {
            softmax(logits, row, softmax);
            slope(softmax, truth[row], slope);
            for (int i = 0; i < width; i++) {
                gradient[start + row * width + i] += (float) (weight * slope[i] / truth.length);
            }
        }
    }

    /// The gradient of one row's loss by its logits.
    private void slope(double[] softmax, int truth, double[] slope) {
        int width = softmax.length;
        double mean = 0;
        for (int i = 0; i < width; i++) {
            double difference = softmax[i] - share(i == truth, width);
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

    /// The share of the truth that a class has.
    private double share(boolean right, int classes) {
        return (right ? 1 - smoothing : 0) + smoothing / classes;
    }

    /// The mean of a row's logits, by each class's share of the truth.
    private double expected(float[] logits, int row, int truth, int width) {
        double right = logits[row * width + truth];
        if (smoothing == 0) {
            return right; // whatever the others are, infinite ones too
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += logits[row * width + i];
        }
        return (1 - smoothing) * right + smoothing / width * sum;
    }

    private double difference(double[] softmax, int truth, int power) {
        double sum = 0;
        for (int i = 0; i < softmax.length; i++) {
            double difference = softmax[i] - share(i == truth, softmax.length);
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
