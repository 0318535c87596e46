package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.data.DigitPairs;
import dev.mendel.training.network.Augmentation;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Regime;
import dev.mendel.training.network.Schedule;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Seed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Trainings that do more than go down the gradient.
@Tag("training")
class RegimeTest {
    private static final DigitPairs PAIRS = Examples.pairs(41, 1);
    private static final PairSettings PLAIN = new PairSettings(
            Engine.BLOCKS,
            4,
            20,
            Examples.network(),
            Loss.CROSS_ENTROPY,
            Loss.CROSS_ENTROPY,
            1,
            new Optimizer.AdamW(3e-3, 0.1));

    private static final Regime ALL = new Regime(Schedule.ONE_CYCLE, 0.1, new Augmentation(1, 10, 0.1, 0.5));

    static Stream<Regime> regimes() {
        return Stream.of(
                new Regime(Schedule.COSINE, 0, Augmentation.NONE),
                new Regime(Schedule.ONE_CYCLE, 0, Augmentation.NONE),
                new Regime(Schedule.CONSTANT, 0, new Augmentation(1, 0, 0, 0)),
                new Regime(Schedule.CONSTANT, 0, new Augmentation(0, 0, 0, 1)),
                new Regime(Schedule.CONSTANT, 0.1, Augmentation.NONE),
                ALL);
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void advancedInStepsIsTheSameAsAtOnce(Regime regime) throws Exception {
        try (var atOnce = training(PLAIN.with(regime));
                var inSteps = training(PLAIN.with(regime))) {
            List<Epoch> whole = atOnce.advance(4);
            var parts = new ArrayList<Epoch>();
            for (int epoch = 0; epoch < 4; epoch++) {
                parts.addAll(inSteps.advance(1));
                inSteps.score(Examples.pairs(20, 2));
            }
            assertThat(parts).isEqualTo(whole);
            assertThat(inSteps.parameters()).isEqualTo(atOnce.parameters());
        }
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void itMakesADifference(Regime regime) throws Exception {
        assertThat(trained(PLAIN.with(regime))).isNotEqualTo(trained(PLAIN));
    }

    /// In the first step, cosine has the full rate: what differs comes after it.
    @Test
    void aScheduleSpansTheWholeTraining() throws Exception {
        DigitPairs oneBatch = Examples.pairs(20, 1);
        try (var cosine = new Training(
                        PLAIN.with(new Regime(Schedule.COSINE, 0, Augmentation.NONE)), oneBatch, new Seed(7));
                var constant = new Training(PLAIN, oneBatch, new Seed(7))) {
            cosine.advance(1);
            constant.advance(1);
            assertThat(cosine.parameters()).isEqualTo(constant.parameters());
            cosine.advance(1);
            constant.advance(1);
            assertThat(cosine.parameters()).isNotEqualTo(constant.parameters());
        }
    }

    @Test
    void theSameImagesAreChangedForBothEngines() throws Exception {
        DigitPairs oneBatch = Examples.pairs(20, 1);
        PairSettings own = PLAIN.with(ALL);
        var reference = new PairSettings(
                Engine.PYTORCH,
                own.epochs(),
                own.batch(),
                own.network(),
                own.comparisonLoss(),
                own.classLoss(),
                own.lambda(),
                own.optimizer(),
                own.regime());
        try (var blocks = new Training(own, oneBatch, new Seed(4));
                var pytorch = new Training(reference, oneBatch, new Seed(4))) {
            for (int step = 1; step <= 4; step++) {
                assertThat(blocks.advance(1).getFirst().loss())
                        .as("loss of step " + step)
                        .isCloseTo(pytorch.advance(1).getFirst().loss(), within(1e-5));
            }
        }
    }

    /// Like the hashes of [GoldenTraining]: one that differs on another machine is a bug.
    @Test
    void weightsAreGolden() throws Exception {
        float[] weights = trained(PLAIN.with(ALL));
        var bytes = ByteBuffer.allocate(weights.length * Float.BYTES);
        bytes.asFloatBuffer().put(weights);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())))
                .isEqualTo("114adee022f41a3eedb9e77815810159bc09082e417a69dd0910cc9551f01153");
    }

    private static float[] trained(PairSettings settings) throws Exception {
        try (var training = training(settings)) {
            training.advance(settings.epochs());
            return training.parameters();
        }
    }

    private static Training training(PairSettings settings) {
        return new Training(settings, PAIRS, new Seed(7));
    }
}
