package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.trial.Seed;
import java.util.Arrays;
import java.util.stream.Stream;

/// What the tests of this package train and compare: small networks, numbers by pattern, a few real pairs.
final class Examples {
    private static final Dataset MNIST = mnist();

    private Examples() {}

    static Tower tower(String... lines) {
        return new Tower(Stream.of(lines).map(LayerText::parse).toList());
    }

    static PairSettings settings(Network network, Optimizer optimizer) {
        return new PairSettings(Engine.BLOCKS, 2, 20, network, Loss.CROSS_ENTROPY, Loss.CROSS_ENTROPY, 1, optimizer);
    }

    /// A small shared tower with auxiliary loss.
    static Network network() {
        Tower tower = tower("conv 4 3x3 padding 1", "relu", "pool 2", "conv 6 3x3", "relu", "linear 10");
        return new Network(tower, Sharing.SHARED, new Head.Perceptron(5), true);
    }

    /// Real pairs, always the same for the same seed.
    static DigitPairs pairs(int count, long seed) {
        try {
            return MNIST.trainingPairs(count, new Seed(seed).random());
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    static Dataset data() {
        return MNIST;
    }

    /// ((i · factor) mod modulus − modulus / 2) / scale, as in src/test/python/reference.py.
    static float[] pattern(int count, int factor, int modulus, int scale) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) ((i * factor % modulus - modulus / 2) / (double) scale);
        }
        return numbers;
    }

    /// The three pairs of src/test/python/reference.py.
    static Batch batch() {
        int pixels = 3 * Tower.ONE_DIGIT.size();
        return new Batch(
                pattern(pixels, 53, 97, 40),
                pattern(pixels, 29, 89, 40),
                new int[] {3, 0, 9},
                new int[] {3, 7, 1},
                new int[] {1, 1, 0});
    }

    static double norm(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(x -> x * x).sum());
    }

    private static Dataset mnist() {
        try {
            return Dataset.mnist();
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }
}
