package dev.mendel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.925, 0.9250, 0.9250",
        "0, 0.0000, 0.0000",
        "186.54364, 186.5436, 186.544",
        "-186.54364, -186.5436, -186.54",
        "1028.53, 1028.5, 1028.5",
        "-1234567.8, -1234567.8, -1.2e6",
        "9999999, 9999999.0, 9999999",
        "1.25e8, 1.25e+08, 1.3e8",
        "-1.25e-8, -1.25e-08, -1.3e-8",
        "1e300, 1.00e+300, 1.0e300",
        "NaN, –, –",
    })
    void valuesHaveTheDigitsThatSaySomething(double value, String whole, String within) {
        assertThat(Figures.of(value)).isEqualTo(whole);
        assertThat(Figures.within(7, value)).isEqualTo(within);
    }

    @Test
    void noValueIsWiderThanItsColumn() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble() * 18 - 9);
            assertThat(Figures.within(7, value)).hasSizeLessThanOrEqualTo(7);
        }
    }
}
