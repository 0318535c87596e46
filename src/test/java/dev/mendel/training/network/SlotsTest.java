package dev.mendel.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.training.Examples;
import dev.mendel.trial.Seed;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Network REFERENCE =
            new Network(Examples.reference(), Sharing.SHARED, new Head.Perceptron(10), true);

    @Test
    void weightsAndBiasesAreDrawnAsPyTorchDrawsThem() {
        var slots = new Slots(REFERENCE);
        Weights weights = slots.initial(new Seed(1).random());
        // the largest of many and the deviation, from src/test/python/reference.py
        check(weights, slots.parameters().get(4), 1 / 24.0, 0.0240565724670887);
        check(weights, slots.parameters().get(2), 1 / Math.sqrt(288), 0.03401612490415573);
        check(weights, slots.parameters().get(5), 1 / 24.0, 1 / 24.0 / Math.sqrt(3));
    }

    @Test
    void batchNormalisationStartsAsTheIdentity() {
        var slots = new Slots(new Network(
                Examples.tower("linear 4", "batch-norm", "linear 10"), Sharing.SHARED, new Head.Linear(), true));
        Weights weights = slots.initial(new Seed(1).random());
        int start = slots.parameters().get(2).offset();
        assertThat(Arrays.copyOfRange(weights.learnt(), start, start + 8)).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(weights.statistics()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void thereAreAsManyAsTheNetworkSays() {
        assertThat(new Slots(REFERENCE).size())
                .isEqualTo(REFERENCE.parameters())
                .isEqualTo(77_758);
    }

    @Test
    void anotherSeedDrawsOthers() {
        var slots = new Slots(REFERENCE);
        assertThat(slots.initial(new Seed(1).random()).learnt())
                .isEqualTo(slots.initial(new Seed(1).random()).learnt())
                .isNotEqualTo(slots.initial(new Seed(2).random()).learnt());
    }

    private static void check(Weights weights, Slots.Slot slot, double bound, double deviation) {
        DoubleSummaryStatistics drawn = IntStream.range(slot.offset(), slot.offset() + slot.size())
                .mapToDouble(i -> Math.abs(weights.learnt()[i]))
                .summaryStatistics();
        double squares = IntStream.range(slot.offset(), slot.offset() + slot.size())
                .mapToDouble(i -> weights.learnt()[i] * weights.learnt()[i])
                .sum();
        assertThat(drawn.getMax()).isBetween(0.9 * bound, bound);
        assertThat(Math.sqrt(squares / slot.size())).isCloseTo(deviation, within(0.12 * deviation));
    }
}
