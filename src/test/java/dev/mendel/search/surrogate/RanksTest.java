package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959964", "0.025, -1.959964", "0.8413447, 1", "0.001, -3.090232"})
    void areTheNormalDistributions(double share, double quantile) {
        assertThat(Ranks.quantile(share)).isCloseTo(quantile, within(0.00045));
    }
}
