package dev.mendel.training;

/// The losses on plain numbers: small enough to need no tensors.
final class LossFunction {
    private static final int SIDES = 2;

    private LossFunction() {}

    /// What training makes smaller, for a batch.
    static double of(PairSettings settings, Batch batch, Answers answers) {
        Network network = settings.network();
        double comparison = network.head() instanceof Head.LessOrEqual
                ? 0
                : mean(settings.comparisonLoss(), answers.comparison(), batch.targets(), SIDES);
        if (!network.auxiliary()) {
            return comparison;
        }
        double lambda = network.head() instanceof Head.LessOrEqual ? 1 : settings.lambda();
        return comparison
                + lambda
                        * (mean(settings.classLoss(), answers.first(), batch.firstClasses(), Network.CLASSES)
                                + mean(settings.classLoss(), answers.second(), batch.secondClasses(), Network.CLASSES));
    }

    /// The mean loss of rows of `width` logits.
    static double mean(Loss loss, float[] logits, int[] truth, int width) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            sum += row(loss, logits, row, truth[row], width);
        }
        return sum / truth.length;
    }

    private static double row(Loss loss, float[] logits, int row, int truth, int width) {
        double[] softmax = softmax(logits, row, width);
        return switch (loss) {
            case CROSS_ENTROPY, NLL -> -logSoftmax(logits, row, truth, width);
            case MSE, L1 -> {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    double difference = softmax[i] - (i == truth ? 1 : 0);
                    sum += loss == Loss.MSE ? difference * difference : Math.abs(difference);
                }
                yield sum / width;
            }
        };
    }

    private static double logSoftmax(float[] logits, int row, int column, int width) {
        double largest = logits[row * width + Answers.largest(logits, row, width)];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += StrictMath.exp(logits[row * width + i] - largest);
        }
        return logits[row * width + column] - largest - StrictMath.log(sum);
    }

    private static double[] softmax(float[] logits, int row, int width) {
        var softmax = new double[width];
        for (int i = 0; i < width; i++) {
            softmax[i] = StrictMath.exp(logSoftmax(logits, row, i, width));
        }
        return softmax;
    }
}
