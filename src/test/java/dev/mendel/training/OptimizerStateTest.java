package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.training.network.Optimizer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers from src/test/python/reference.py, in double precision there.
class DescentTest {
    private static final float[][] GRADIENTS = {
        {0.5f, -2, 1e-4f}, {0.25f, 1, -1e-4f}, {-0.125f, 0.5f, 0}, {3, -0.75f, 2e-4f}
    };

    static Stream<Arguments> fromPyTorch() {
        return Stream.of(
                after(new Optimizer.Sgd(0.1, 0, 0), 0.6374999999999998, -0.375, 0.24998),
                after(new Optimizer.Sgd(0.1, 0.9, 0.05), 0.4418121693749999, -0.08760398156249999, 0.2387479486075),
                after(new Optimizer.Adam(0.01, 0), 0.96846833058279, -0.48443487048348016, 0.2363798069191948),
                after(new Optimizer.Adam(0.01, 0.05), 0.9673140773077468, -0.483919579491453, 0.21011766914389374),
                after(new Optimizer.AdamW(0.01, 0.01), 0.9680738182061122, -0.4842384942177798, 0.2362826753915152),
                after(new Optimizer.Adagrad(0.1, 0), 0.7788749684126031, -0.43543459773502025, 0.13906110335913724),
                after(new Optimizer.Adagrad(0.1, 0.05), 0.7678899138781513, -0.4324706515808039, 0.04470230486321643));
    }

    @ParameterizedTest
    @MethodSource("fromPyTorch")
    void fourStepsLeadWherePyTorchsDo(Optimizer optimizer, double[] there) {
        float[] weights = {1, -0.5f, 0.25f};
        OptimizerState descent = OptimizerState.of(optimizer, weights.length);
        for (float[] gradient : GRADIENTS) {
            descent.step(weights, gradient, optimizer.learningRate());
        }
        for (int i = 0; i < there.length; i++) {
            assertThat((double) weights[i]).isCloseTo(there[i], within(3e-7));
        }
    }

    private static Arguments after(Optimizer optimizer, double... there) {
        return Arguments.of(optimizer, there);
    }
}
