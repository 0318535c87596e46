package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void dependOnTheOrderAlone() {
        assertThat(Ranks.quantiles(List.of(0.1, 0.9, 0.5)))
                .containsExactly(Ranks.quantiles(List.of(Double.NEGATIVE_INFINITY, 1e300, 7.0)));
    }

    @Test
    void growWithTheScore() {
        double[] quantiles = Ranks.quantiles(List.of(3.0, 1.0, 2.0));
        assertThat(quantiles[0]).isGreaterThan(quantiles[2]);
        assertThat(quantiles[2]).isGreaterThan(quantiles[1]).isCloseTo(0, within(0.001));
    }

    @Test
    void areTheSameForEquals() {
        double[] quantiles = Ranks.quantiles(List.of(5.0, 5.0, 7.0, 5.0));
        assertThat(quantiles[0]).isEqualTo(quantiles[1]).isEqualTo(quantiles[3]).isLessThan(quantiles[2]);
    }

    @Test
    void areAllZeroWhereNothingDiffers() {
        assertThat(Ranks.quantiles(List.of(2.0, 2.0))).containsExactly(new double[] {0, 0}, within(0.001));
    }
}
