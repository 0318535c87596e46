package dev.mendel.training.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.mendel.training.Examples;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.compute.Masks;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Tower;
import dev.mendel.training.network.Weights;
import dev.mendel.training.product.Products;
import dev.mendel.training.torch.PlainComputation;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the blocks against the plain way in double precision, at the same weights: their error may be at most
/// twice that of the plain way in single precision.
@Tag("training")
class BlockComputationTest {
    private static final int DRAWS = 9;
    private static final int PAIRS = 12;
    /// Half the distance from 1 to the next larger number in single precision.
    private static final double ROUNDING = 0x1p-24;

    static Stream<Network> networks() {
        Tower reference = Examples.reference();
        Tower strided = Examples.tower(
                "conv 6 3x3 stride 2 padding 2",
                "relu",
                "pool 3 stride 2",
                "conv 9 2x2",
                "relu",
                "pool 2 stride 1",
                "linear 15",
                "relu",
                "linear 10");
        Tower normalised = Examples.tower(
                "conv 8 3x3 padding 1",
                "batch-norm",
                "relu",
                "pool 2",
                "conv 12 3x3",
                "batch-norm",
                "relu",
                "conv 9 3x3 padding 2",
                "pool 3",
                "relu",
                "linear 20",
                "batch-norm",
                "relu",
                "linear 10");
        Tower dropping = Examples.tower(
                "conv 8 5x5",
                "relu",
                "dropout 0.25",
                "pool 2",
                "conv 8 3x3 padding 1",
                "relu",
                "pool 2",
                "dropout 0.5",
                "linear 12",
                "relu",
                "dropout 0.5",
                "linear 10");
        Tower connected = Examples.tower(
                "linear 40", "batch-norm", "relu", "linear 20", "batch-norm", "relu", "linear 7", "relu");
        Tower wide = Examples.tower("conv 9 3x3", "relu", "pool 2", "conv 256 3x3", "relu", "pool 2", "linear 10");
        Tower joint = Examples.tower(
                "conv 16 3x3 padding 1", "relu", "conv 16 3x3", "relu", "pool 2", "conv 8 3x3 padding 1", "relu");
        Tower features = Examples.tower(
                "conv 8 3x3 padding 1",
                "relu",
                "batch-norm",
                "pool 2",
                "conv 12 3x3 padding 1",
                "relu",
                "pool 2",
                "dropout 0.25");
        Tower projection = Examples.tower("linear 9", "batch-norm", "relu");
        Tower classifier = Examples.tower("dropout 0.5", "linear 20", "batch-norm", "relu", "linear 10");
        Tower looking = Examples.tower("pool 2", "dropout 0.25", "relu", "conv 8 3x3 padding 2", "relu", "linear 10");
        return Stream.of(
                new Network(reference, Sharing.SHARED, new Head.Perceptron(10), true),
                new Network(reference, Sharing.SEPARATE, new Head.LessOrEqual(), true),
                new Network(wide, Sharing.SHARED, new Head.Linear(), true),
                new Network(strided, Sharing.SEPARATE, new Head.Linear(), true),
                new Network(normalised, Sharing.SHARED, new Head.Perceptron(7), true),
                new Network(normalised, Sharing.SEPARATE, new Head.Linear(), false),
                new Network(dropping, Sharing.SHARED, new Head.Linear(), true),
                new Network(connected, Sharing.JOINT, new Head.Linear(), false),
                new Network(joint, Sharing.JOINT, new Head.Perceptron(10), false),
                new Network(features, projection, classifier, Sharing.SHARED, new Head.Linear(), true),
                new Network(features, projection, classifier, Sharing.SEPARATE, new Head.Perceptron(6), true),
                new Network(features, Tower.NONE, looking, Sharing.SHARED, new Head.Perceptron(6), true),
                new Network(features, Tower.NONE, classifier, Sharing.SEPARATE, new Head.LessOrEqual(), true),
                new Network(joint, projection, Tower.NONE, Sharing.JOINT, new Head.Linear(), false));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreWithinFortyRoundingsOfThoseInDoublePrecision(Network network) {
        Map<String, List<Double>> errors = new TreeMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            compare(network, draw, errors);
        }
        errors.forEach((name, draws) -> assertThat(median(draws)).as(name).isLessThan(40 * ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answersAndRunningAveragesAgree(Network network) {
        PairSettings settings = settings(network, 0);
        var slots = new Slots(network);
        RandomGenerator random = new Seed(3).random();
        Weights one = slots.initial(new Seed(1).random());
        Weights other = slots.initial(new Seed(1).random());
        Masks masks = Masks.draw(network, PAIRS, random);
        Batch batch = batch(1);
        Batch smaller = batch(2, PAIRS - 5);
        try (var plain = new PlainComputation(settings, DataType.FLOAT32);
                var blocks = new BlockComputation(settings, PAIRS + 3, Products.create())) {
            double loss = plain.gradient(one, batch, masks, new float[slots.size()]);
            assertThat(blocks.gradient(other, batch, masks, new float[slots.size()]))
                    .isCloseTo(loss, within(1e-5));
            check(other.statistics(), one.statistics());
            Logits said = blocks.logits(other, smaller);
            Logits expected = plain.logits(one, smaller);
            check(said.comparison(), expected.comparison());
            check(said.first(), expected.first());
            check(said.second(), expected.second());
        }
    }

    private static void check(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    /// Adds the error of the gradient by each parameter.
    private static void compare(Network network, int draw, Map<String, List<Double>> errors) {
        PairSettings settings = settings(network, draw);
        var slots = new Slots(network);
        Weights weights = slots.initial(new Seed(draw).random());
        Masks masks = Masks.draw(network, PAIRS, new Seed(draw).random());
        Batch batch = batch(draw);
        var truth = new double[slots.size()];
        var found = new float[slots.size()];
        try (var precise = new PlainComputation(settings, DataType.FLOAT64);
                var blocks = new BlockComputation(settings, PAIRS + draw, Products.create())) {
            precise.preciseGradient(weights, batch, masks, truth);
            blocks.gradient(weights, batch, masks, found);
        }
        for (Slots.Slot slot : slots.parameters()) {
            errors.computeIfAbsent(slot.name(), _ -> new ArrayList<>()).add(error(slot, found, truth));
        }
    }

    /// The norm of the error relative to that of the gradient by this parameter; for the bias before a batch
    /// normalization, by which the gradient is 0, relative to the norm of the whole gradient.
    private static double error(Slots.Slot slot, float[] found, double[] truth) {
        int from = slot.offset();
        int to = from + slot.size();
        double[] differences =
                IntStream.range(from, to).mapToDouble(i -> found[i] - truth[i]).toArray();
        double norm = Examples.norm(Arrays.copyOfRange(truth, from, to));
        double whole = Examples.norm(truth);
        return Examples.norm(differences) / (norm < 1e-9 * whole ? whole : norm);
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static PairSettings settings(Network network, int draw) {
        List<Loss> losses = List.of(Loss.CROSS_ENTROPY, Loss.MSE, Loss.L1);
        return new PairSettings(
                Engine.BLOCKS,
                1,
                PAIRS,
                network,
                losses.get(draw % 3),
                losses.get((draw + 1) % 3),
                0.7,
                new Optimizer.Adam(1e-3, 0));
    }

    private static Batch batch(int draw) {
        return batch(draw, PAIRS);
    }

    /// Real digits, most of whose pixels are blank, or noise.
    private static Batch batch(int draw, int count) {
        Batch batch = Examples.batch(count, draw);
        if (draw % 3 == 2) {
            RandomGenerator random = new Seed(draw).random();
            for (int i = 0; i < batch.first().length; i++) {
                batch.first()[i] = (float) random.nextGaussian();
            }
        }
        return batch;
    }
}
