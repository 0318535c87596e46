package dev.mendel.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.mendel.training.compute.LossFunction;
import dev.mendel.training.network.Loss;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers from src/test/python/reference.py.
class LossTest {
    private static final float[] LOGITS = {0.5f, -1.2f, 2, 1.5f, 0.3f, -0.7f};
    private static final int[] TRUTH = {2, 1};

    static Stream<Arguments> fromPyTorch() {
        double[] crossEntropy = {
            0.08827102943318557,
            0.016125662728617002,
            -0.10439669216180258,
            0.35410830822070477,
            -0.3933446271739017,
            0.03923631895319688
        };
        double[] mse = {
            0.018215228262388937,
            0.0017764329558511577,
            -0.019991661218240094,
            0.08694472216748182,
            -0.08010591491947107,
            -0.0068388072480107575
        };
        double[] l1 = {
            0.046560414973401465,
            0.00850582068869869,
            -0.055066235662100144,
            0.0503567381787976,
            -0.05593642381383351,
            0.0055796856350358946
        };
        return Stream.of(
                Arguments.of(Loss.CROSS_ENTROPY, 0.8896007068966563, crossEntropy),
                Arguments.of(Loss.NLL, 0.8896007068966563, crossEntropy),
                Arguments.of(Loss.MSE, 0.2004017729149733, mse),
                Arguments.of(Loss.L1, 0.3318275462238029, l1));
    }

    @ParameterizedTest
    @MethodSource("fromPyTorch")
    void tensorsGiveTheValueAndGradientOfPyTorch(Loss loss, double value, double[] gradient) {
        try (PtNDManager memory = Torch.manager()) {
            PtNDArray logits = Torch.tensor(memory, DataType.FLOAT64, LOGITS, 2, 3);
            Torch.Gradient result =
                    Torch.gradient(logits, leaf -> PlainLoss.of(loss, leaf, Torch.tensor(memory, TRUTH), 0));
            assertThat(Torch.doubles(result.value())[0]).isCloseTo(value, within(1e-7));
            assertThat(Torch.doubles(result.gradient())).containsExactly(gradient, within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("fromPyTorch")
    void plainNumbersGiveTheValueOfPyTorch(Loss loss, double value, double[] gradient) {
        assertThat(new LossFunction(loss, 0).mean(LOGITS, TRUTH, 3)).isCloseTo(value, within(1e-7));
    }

    /// With a label smoothing of 0.2.
    static Stream<Arguments> smoothedFromPyTorch() {
        double[] crossEntropy = {
            0.05493769609985224,
            -0.01720767060471633,
            -0.03773002549513593,
            0.32077497488737144,
            -0.326677960507235,
            0.005902985619863549
        };
        double[] mse = {
            0.008903145267708646,
            7.526881811141975e-05,
            -0.008978414085820065,
            0.0768733745317223,
            -0.06891863015670437,
            -0.007954744375017937
        };
        double[] l1 = {
            0.048458320105864636,
            -0.0018979051324631664,
            -0.04656041497340146,
            0.0503567381787976,
            -0.05593642381383351,
            0.0055796856350358946
        };
        return Stream.of(
                Arguments.of(Loss.CROSS_ENTROPY, 1.0396007068966564, crossEntropy),
                Arguments.of(Loss.NLL, 1.0396007068966564, crossEntropy),
                Arguments.of(Loss.MSE, 0.14292515255910163, mse),
                Arguments.of(Loss.L1, 0.25441043773805816, l1));
    }

    @ParameterizedTest
    @MethodSource("smoothedFromPyTorch")
    void smoothedTensorsGiveTheValueAndGradientOfPyTorch(Loss loss, double value, double[] gradient) {
        try (PtNDManager memory = Torch.manager()) {
            PtNDArray logits = Torch.tensor(memory, DataType.FLOAT64, LOGITS, 2, 3);
            Torch.Gradient result =
                    Torch.gradient(logits, leaf -> PlainLoss.of(loss, leaf, Torch.tensor(memory, TRUTH), 0.2));
            assertThat(Torch.doubles(result.value())[0]).isCloseTo(value, within(1e-7));
            assertThat(Torch.doubles(result.gradient())).containsExactly(gradient, within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("smoothedFromPyTorch")
    void smoothedPlainNumbersGiveTheValueAndGradientOfPyTorch(Loss loss, double value, double[] gradient) {
        var smoothed = new LossFunction(loss, 0.2);
        assertThat(smoothed.mean(LOGITS, TRUTH, 3)).isCloseTo(value, within(1e-7));
        var slopes = new float[LOGITS.length];
        smoothed.addGradient(LOGITS, TRUTH, 1, slopes, 0);
        for (int i = 0; i < slopes.length; i++) {
            assertThat((double) slopes[i]).isCloseTo(gradient[i], within(1e-7));
        }
    }
}
