package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.data.DigitPairs;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.network.Tower;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("training")
class TrainingTest {
    private static final DigitPairs PAIRS = Examples.pairs(60, 1);
    private static final Optimizer ADAM = new Optimizer.Adam(3e-3, 0);

    @Test
    void theLossFallsAndTheDigitsAreLearnt() throws Exception {
        try (var training = new Training(Examples.settings(Examples.network(), ADAM), PAIRS, new Seed(1))) {
            List<Epoch> epochs = training.advance(40);
            PairScores scores = training.score(PAIRS);
            assertThat(epochs).hasSize(40);
            assertThat(epochs.getLast().loss()).isLessThan(epochs.getFirst().loss() / 4);
            assertThat(scores.firstDigit().orElseThrow()).isGreaterThan(0.9);
            assertThat(scores.comparison()).isGreaterThan(0.8);
        }
    }

    @Test
    void trainingOnIsTheSameAsTrainingAtOnce() throws Exception {
        PairSettings settings = Examples.settings(withEverything(), ADAM);
        try (var atOnce = new Training(settings, PAIRS, new Seed(1));
                var inTwo = new Training(settings, PAIRS, new Seed(1))) {
            List<Epoch> whole = atOnce.advance(3);
            List<Epoch> parts = new ArrayList<>(inTwo.advance(1));
            inTwo.score(Examples.pairs(20, 2));
            parts.addAll(inTwo.advance(2));
            assertThat(parts).isEqualTo(whole);
            assertThat(inTwo.parameters()).isEqualTo(atOnce.parameters());
        }
    }

    @Test
    void sameSeedSameParametersHoweverManyTrainAtOnce() throws Exception {
        float[] alone = trained(new Seed(1));
        List<Callable<float[]>> several = List.of(
                () -> trained(new Seed(1)),
                () -> trained(new Seed(2)),
                () -> trained(new Seed(1)),
                () -> trained(new Seed(1)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<float[]>> together = threads.invokeAll(several);
            assertThat(together.get(0).get()).isEqualTo(alone);
            assertThat(together.get(1).get()).isNotEqualTo(alone);
            assertThat(together.get(2).get()).isEqualTo(alone);
            assertThat(together.get(3).get()).isEqualTo(alone);
        }
    }

    @Test
    void aTrainingThatDivergesSaysWhereAndAtWhichRate() {
        PairSettings settings = Examples.settings(Examples.network(), new Optimizer.Sgd(1e6, 0, 0));
        try (var training = new Training(settings, PAIRS, new Seed(1))) {
            assertThatThrownBy(() -> training.advance(5))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageMatching("the training diverged: in epoch [1-5] the loss is (NaN|Infinity),"
                            + " with a learning rate of 1000000.0");
        }
    }

    @Test
    void anInterruptedThreadStopsTraining() {
        try (var training = new Training(Examples.settings(Examples.network(), ADAM), PAIRS, new Seed(1))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> training.advance(1)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aSinglePairLeftOverJoinsTheBatchBefore() throws Exception {
        var network = new Network(
                Examples.tower("linear 8", "batch-norm", "relu", "linear 4"), Sharing.JOINT, new Head.Linear(), false);
        try (var training = new Training(Examples.settings(network, ADAM), Examples.pairs(41, 1), new Seed(1))) {
            training.advance(2);
            assertThat(training.score(PAIRS).loss()).isFinite();
        }
    }

    @Test
    void everySharingHeadLossAndOptimizerTrains() throws Exception {
        for (PairSettings settings : combinations()) {
            try (var training = new Training(settings, PAIRS, new Seed(1))) {
                List<Epoch> epochs = training.advance(6);
                assertThat(epochs.getLast().loss())
                        .as(settings.toString())
                        .isLessThan(epochs.getFirst().loss());
            }
        }
    }

    /// The engines begin with the same weights and are given the same batches and masks: after each step they have the
    /// same weights within rounding.
    @Test
    void bothEnginesGoTheSameWayStepByStep() throws Exception {
        DigitPairs batch = Examples.pairs(20, 3);
        for (Network network : List.of(Examples.network(), withEverything())) {
            PairSettings blocks = Examples.settings(network, new Optimizer.Sgd(0.02, 0.5, 1e-3));
            try (var own = new Training(blocks, batch, new Seed(4));
                    var reference = new Training(with(Engine.PYTORCH, blocks), batch, new Seed(4))) {
                assertThat(own.parameters()).isEqualTo(reference.parameters());
                for (int step = 1; step <= 12; step++) {
                    double loss = reference.advance(1).getFirst().loss();
                    assertThat(own.advance(1).getFirst().loss())
                            .as("loss of step " + step)
                            .isCloseTo(loss, within(1e-5));
                    float[] weights = own.parameters();
                    float[] expected = reference.parameters();
                    for (int i = 0; i < weights.length; i++) {
                        assertThat(weights[i])
                                .as("weight " + i + " after step " + step)
                                .isCloseTo(expected[i], within(2e-5f));
                    }
                }
                assertThat(own.parameters())
                        .as("not the very same: both were at work")
                        .isNotEqualTo(reference.parameters());
            }
        }
    }

    @Test
    void pyTorchRepeatsItself() throws Exception {
        PairSettings settings = with(Engine.PYTORCH, Examples.settings(withEverything(), ADAM));
        try (var one = new Training(settings, PAIRS, new Seed(1));
                var other = new Training(settings, PAIRS, new Seed(1))) {
            assertThat(one.advance(2)).isEqualTo(other.advance(2));
            assertThat(one.parameters()).isEqualTo(other.parameters());
        }
    }

    private static PairSettings with(Engine engine, PairSettings settings) {
        return new PairSettings(
                engine,
                settings.epochs(),
                settings.batch(),
                settings.network(),
                settings.comparisonLoss(),
                settings.classLoss(),
                settings.lambda(),
                settings.optimizer(),
                settings.regime());
    }

    private static List<PairSettings> combinations() {
        Tower tower = Examples.tower("conv 4 3x3", "relu", "pool 2", "linear 10");
        var networks = List.of(
                new Network(tower, Sharing.SHARED, new Head.Perceptron(5), true),
                new Network(tower, Sharing.SEPARATE, new Head.Linear(), true),
                new Network(tower, Sharing.SEPARATE, new Head.LessOrEqual(), true),
                new Network(tower, Sharing.JOINT, new Head.Linear(), false));
        var optimizers = List.of(
                new Optimizer.Sgd(0.01, 0.9, 0), new Optimizer.Adam(1e-3, 0),
                new Optimizer.AdamW(1e-3, 0.01), new Optimizer.Adagrad(1e-2, 0));
        var losses = List.of(Loss.CROSS_ENTROPY, Loss.NLL, Loss.MSE, Loss.L1);
        var combinations = new ArrayList<PairSettings>();
        for (int i = 0; i < networks.size(); i++) {
            Loss loss = losses.get(i);
            combinations.add(
                    new PairSettings(Engine.BLOCKS, 6, 20, networks.get(i), loss, loss, 0.5, optimizers.get(i)));
        }
        return combinations;
    }

    private static float[] trained(Seed seed) throws Exception {
        try (var training = new Training(Examples.settings(withEverything(), ADAM), PAIRS, seed)) {
            training.advance(3);
            return training.parameters();
        }
    }

    private static Network withEverything() {
        Tower tower = Examples.tower(
                "conv 8 3x3 padding 1",
                "batch-norm",
                "relu",
                "pool 2",
                "conv 8 3x3",
                "relu",
                "pool 2",
                "dropout 0.25",
                "linear 10");
        return new Network(tower, Sharing.SHARED, new Head.Perceptron(5), true);
    }
}
