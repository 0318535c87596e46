package dev.mendel.training;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.space.Configuration;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.network.Tower;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the tests of training and its sub-packages train and compare: small networks, numbers by pattern, a few real
/// pairs.
public final class Examples {
    private static final Dataset MNIST = mnist();

    private Examples() {}

    public static Tower tower(String... lines) {
        return TowerPattern.of(lines).tower(_ -> Optional.empty());
    }

    /// The tower of an experiment that says nothing of it.
    public static Tower reference() {
        return DigitPairsSettings.DEFAULTS
                .resolve(new Configuration(Map.of()))
                .network()
                .tower();
    }

    public static PairSettings settings(Network network, Optimizer optimizer) {
        return new PairSettings(Engine.BLOCKS, 2, 20, network, Loss.CROSS_ENTROPY, Loss.CROSS_ENTROPY, 1, optimizer);
    }

    /// A small shared tower with auxiliary loss.
    public static Network network() {
        Tower tower = tower("conv 4 3x3 padding 1", "relu", "pool 2", "conv 6 3x3", "relu", "linear 10");
        return new Network(tower, Sharing.SHARED, new Head.Perceptron(5), true);
    }

    /// Real pairs, always the same for the same seed.
    public static DigitPairs pairs(int count, long seed) {
        try {
            return MNIST.trainingPairs(count, new Seed(seed).random());
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Those pairs, standardised, as one batch.
    public static Batch batch(int count, long seed) {
        DigitPairs pairs = pairs(count, seed);
        int[] order = IntStream.range(0, count).toArray();
        return new Samples(pairs, Samples.Standard.of(pairs)).batch(order, 0, count);
    }

    public static Dataset data() {
        return MNIST;
    }

    /// ((i · factor) mod modulus − modulus / 2) / scale, as in src/test/python/reference.py.
    public static float[] pattern(int count, int factor, int modulus, int scale) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) ((i * factor % modulus - modulus / 2) / (double) scale);
        }
        return numbers;
    }

    /// The three pairs of src/test/python/reference.py.
    public static Batch batch() {
        int pixels = 3 * Tower.ONE_DIGIT.size();
        return new Batch(
                pattern(pixels, 53, 97, 40),
                pattern(pixels, 29, 89, 40),
                new int[] {3, 0, 9},
                new int[] {3, 7, 1},
                new int[] {1, 1, 0});
    }

    public static double norm(double[] numbers) {
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
