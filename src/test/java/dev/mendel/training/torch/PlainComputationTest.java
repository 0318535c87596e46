package dev.mendel.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.mendel.training.Examples;
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
import dev.mendel.trial.Seed;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers from src/test/python/reference.py: whole networks with every kind of layer, sharing, head and loss.
class PlainComputationTest {
    private static final Tower EVERYTHING = Examples.tower(
            "conv 3 3x3 stride 2 padding 2",
            "batch-norm",
            "relu",
            "pool 3 stride 2",
            "conv 4 2x2",
            "relu",
            "dropout 0.5",
            "linear 6",
            "batch-norm",
            "relu",
            "linear 10");
    private static final Tower PLAIN = Examples.tower(
            "conv 3 3x3 padding 1",
            "relu",
            "pool 2",
            "conv 4 3x3 padding 1",
            "relu",
            "pool 2",
            "linear 6",
            "relu",
            "linear 10");
    private static final Tower FEATURES =
            Examples.tower("conv 3 3x3 stride 2 padding 2", "relu", "batch-norm", "pool 3 stride 2");
    private static final Tower PROJECTION = Examples.tower("dropout 0.5", "linear 5", "relu");
    private static final Tower CLASSIFIER =
            Examples.tower("dropout 0.5", "linear 7", "batch-norm", "relu", "linear 10");
    private static final Tower CONNECTED = Examples.tower("linear 12", "batch-norm", "relu", "linear 5");

    /// What PyTorch computes for a network: sums over everything, each weighted by a pattern.
    record Expected(int parameters, double loss, double norm, double probe, double logits, double statistics) {}

    static Stream<Arguments> fromPyTorch() {
        return Stream.of(
                Arguments.of(
                        settings(
                                new Network(EVERYTHING, Sharing.SHARED, new Head.Perceptron(4), true),
                                Loss.CROSS_ENTROPY,
                                Loss.NLL,
                                0.5),
                        new Expected(
                                366,
                                3.02101281729052,
                                0.4671275631421572,
                                0.20134992858787548,
                                0.07893403912581726,
                                -0.800233964240984)),
                Arguments.of(
                        settings(
                                new Network(EVERYTHING, Sharing.SEPARATE, new Head.Linear(), true),
                                Loss.MSE,
                                Loss.L1,
                                0.25),
                        new Expected(
                                586,
                                0.3550241839744634,
                                0.20284563392588073,
                                0.10153670525024004,
                                -0.04293733077563966,
                                -1.5701568718799237)),
                Arguments.of(
                        settings(
                                new Network(PLAIN, Sharing.SEPARATE, new Head.LessOrEqual(), true),
                                Loss.MSE,
                                Loss.CROSS_ENTROPY,
                                0.3),
                        new Expected(868, 4.547855442372486, 0.7485837296323546, 0.3099923916472147, 0, 0)),
                Arguments.of(
                        settings(
                                new Network(PLAIN, Sharing.SHARED, new Head.Perceptron(5), true), Loss.L1, Loss.MSE, 1),
                        new Expected(
                                551,
                                0.6679091073872746,
                                0.12210344388860768,
                                -0.15054360713765222,
                                0.12410933162500244,
                                0)),
                Arguments.of(
                        settings(
                                new Network(FEATURES, PROJECTION, CLASSIFIER, Sharing.SHARED, new Head.Linear(), true),
                                Loss.CROSS_ENTROPY,
                                Loss.CROSS_ENTROPY,
                                0.5),
                        new Expected(
                                488,
                                3.0730077811602827,
                                0.5024815897422491,
                                0.495629545980339,
                                0.15610973617219304,
                                0.1199689130285844)),
                Arguments.of(
                        settings(
                                new Network(
                                        FEATURES,
                                        PROJECTION,
                                        CLASSIFIER,
                                        Sharing.SEPARATE,
                                        new Head.Perceptron(4),
                                        true),
                                Loss.CROSS_ENTROPY,
                                Loss.MSE,
                                2),
                        new Expected(
                                986,
                                1.0351440169538004,
                                0.18147202677323407,
                                0.04942918337116222,
                                0.022659053690247774,
                                0.27374398330983507)),
                Arguments.of(
                        settings(
                                new Network(CONNECTED, Sharing.JOINT, new Head.Linear(), false),
                                Loss.CROSS_ENTROPY,
                                Loss.MSE,
                                1),
                        new Expected(
                                4817,
                                0.7452802220058254,
                                0.34804646241846776,
                                0.1785356013245384,
                                -0.15445360526616625,
                                -0.835572817626028)));
    }

    @ParameterizedTest
    @MethodSource("fromPyTorch")
    void doublesAgreeWithPyTorch(PairSettings settings, Expected expected) {
        check(settings, expected, DataType.FLOAT64, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("fromPyTorch")
    void floatsAgreeWithPyTorch(PairSettings settings, Expected expected) {
        check(settings, expected, DataType.FLOAT32, within(1e-5));
    }

    private static void check(PairSettings settings, Expected expected, DataType type, Offset<Double> error) {
        var slots = new Slots(settings.network());
        var weights = new Weights(
                Examples.pattern(slots.size(), 37, 101, 250),
                slots.initial(new Seed(1).random()).statistics());
        var gradient = new double[slots.size()];
        try (var computation = new PlainComputation(settings, type)) {
            double loss = computation.preciseGradient(weights, Examples.batch(), masks(settings), gradient);
            Logits logits = computation.logits(weights, Examples.batch());
            assertThat(gradient).hasSize(expected.parameters());
            assertThat(loss).isCloseTo(expected.loss(), error);
            assertThat(Examples.norm(gradient)).isCloseTo(expected.norm(), error);
            assertThat(probe(gradient)).isCloseTo(expected.probe(), error);
            assertThat(probe(doubles(logits.comparison()))).isCloseTo(expected.logits(), error);
            // the averages are kept in single precision between steps
            assertThat(statistics(slots, weights)).isCloseTo(expected.statistics(), within(1e-6));
        }
    }

    private static PairSettings settings(Network network, Loss comparison, Loss classes, double lambda) {
        return new PairSettings(
                Engine.PYTORCH, 1, 3, network, comparison, classes, lambda, new Optimizer.Adam(1e-3, 0));
    }

    /// Of every three numbers the first is dropped.
    private static Masks masks(PairSettings settings) {
        Masks masks = Masks.draw(settings.network(), 3, new Seed(1).random());
        for (float[] mask : masks.factors()) {
            for (int i = 0; i < mask.length; i++) {
                mask[i] = i % 3 == 0 ? 0 : 2;
            }
        }
        return masks;
    }

    private static double statistics(Slots slots, Weights weights) {
        return slots.statistics().stream()
                .mapToDouble(slot -> probe(IntStream.range(0, slot.size())
                        .mapToDouble(i -> weights.statistics()[slot.offset() + i])
                        .toArray()))
                .sum();
    }

    private static double probe(double[] numbers) {
        float[] pattern = Examples.pattern(numbers.length, 31, 17, 8);
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i] * pattern[i])
                .sum();
    }

    private static double[] doubles(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }
}
