package dev.mendel.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontDistanceTest {
    private static final List<double[]> REFERENCE = List.of(new double[] {0, 1}, new double[] {1, 0});

    @Test
    void whatIsAsGoodAsEachPointIsAtNoDistance() {
        assertThat(FrontDistance.inverted(REFERENCE, REFERENCE)).isZero();
        assertThat(FrontDistance.inverted(REFERENCE, List.of(new double[] {0, 0})))
                .isZero();
    }

    @Test
    void onlyWhatIsWorseCounts() {
        // worse than (0, 1) by .3 in the first alone, though .6 away in the second; than (1, 0) by .4 in the second
        assertThat(FrontDistance.inverted(REFERENCE, List.of(new double[] {0.3, 0.4})))
                .isCloseTo((0.3 + 0.4) / 2, within(1e-12));
    }

    @Test
    void nearestPointCounts() {
        // (0, 1) is there; (1, 0) is missed by (1.3, .4): .5, and by (0, 1): 1
        assertThat(FrontDistance.inverted(REFERENCE, List.of(new double[] {0, 1}, new double[] {1.3, 0.4})))
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void nothingIsInfinitelyFar() {
        assertThat(FrontDistance.inverted(REFERENCE, List.of())).isInfinite();
    }
}
