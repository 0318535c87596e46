package dev.mendel.training.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.training.Examples;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Sharing;
import dev.mendel.trial.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {
    private static final Network NETWORK = new Network(
            Examples.tower("pool 2", "dropout 0.25"),
            Examples.tower("linear 8", "dropout 0.5"),
            Examples.tower("dropout 0", "linear 10"),
            Sharing.SEPARATE,
            new Head.Linear(),
            true);

    @Test
    void eachDropoutLayerHasOneInTheOrderOfTheParameters() {
        assertThat(masks(1)).extracting(mask -> mask.length).containsExactly(4900, 800, 4900, 4900, 800, 4900);
    }

    @Test
    void numbersAreDroppedWithTheirProbabilityAndTheOthersMakeGoodForIt() {
        List<float[]> masks = masks(1);
        assertThat(masks.get(0)).containsOnly(0, 1 / 0.75f);
        assertThat(share(masks.get(0))).isBetween(0.73, 0.77);
        assertThat(masks.get(1)).containsOnly(0, 2);
        assertThat(masks.get(2)).containsOnly(1);
    }

    @Test
    void theyDependOnTheStreamAlone() {
        assertThat(masks(1)).usingRecursiveComparison().isEqualTo(masks(1)).isNotEqualTo(masks(2));
    }

    private static List<float[]> masks(long seed) {
        return Masks.draw(NETWORK, 100, new Seed(seed).random()).factors();
    }

    private static double share(float[] mask) {
        int kept = 0;
        for (float factor : mask) {
            kept += factor > 0 ? 1 : 0;
        }
        return (double) kept / mask.length;
    }
}
