package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959964", "0.025, -1.959964", "0.8413447, 1", "0.001, -3.090232"})
    void quantiles(double share, double quantile) {
        assertThat(Normal.quantile(share)).isCloseTo(quantile, within(0.00045));
    }

    /// Against sixty digits.
    @ParameterizedTest
    @CsvSource({
        "8, 2.0794415416798357",
        "1, 0.08002621884930704",
        "0, -0.9189385332046727",
        "-1, -2.4851210257126413",
        "-2.9, -7.520846492887876",
        "-3.1, -8.227329393572749",
        "-10, -55.553122036122356",
        "-40, -808.29856835661996",
        "-999, -499015.2324510965",
        "-1001, -501015.23645108583",
        "-1e5, -5000000023.944789463"
    })
    void logarithmsOfTheExcess(double z, double logarithm) {
        assertThat(Normal.logarithmOfExcess(z)).isCloseTo(logarithm, Percentage.withPercentage(1e-9));
    }
}
