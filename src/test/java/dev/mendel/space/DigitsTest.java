package dev.mendel.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    private static RealRange range(double low, double high, Scale scale) {
        return RealRange.of("x", low, high, scale);
    }

    private static double at(RealRange range, double unit) {
        return ((Value.Real) range.at(unit)).number();
    }

    @Test
    void wideRangesKeepSixDigits() {
        assertThat(at(range(1e-4, 1, Scale.LOG), 0.123456789)).isEqualTo(3.11765e-4);
        assertThat(at(range(0, 1, Scale.LINEAR), 0.123456789)).isEqualTo(0.123457);
        assertThat(at(range(-1, 1, Scale.LINEAR), 0.123456789)).isEqualTo(-0.753086);
        assertThat(at(range(0.2, 2, Scale.LOG), 0.3)).isEqualTo(0.399052);
    }

    @Test
    void narrowRangesKeepAsManyAsTheyNeed() {
        assertThat(at(range(1_000_000, 1_000_001, Scale.LINEAR), 0.123456789)).isEqualTo(1000000.123457);
        assertThat(at(range(0.999, 1, Scale.LINEAR), 0.123456789)).isEqualTo(0.9991234568);
        assertThat(at(range(-1_000_001, -1_000_000, Scale.LINEAR), 0.5)).isEqualTo(-1000000.5);
        assertThat(at(range(1, 2, Scale.LINEAR), 0.123456789)).isEqualTo(1.123457);
        assertThat(range(1, Math.nextUp(1.0), Scale.LINEAR).at(1)).hasToString("1.0000000000000002");
    }

    /// Steps of a millionth of the scale are told apart, and each place comes back to within one of them.
    @ParameterizedTest
    @CsvSource({
        "1000000, 1000001, LINEAR", "1000000, 1000001, LOG", "0.5, 0.5001, LINEAR", "9.99e-7, 1e-6, LOG",
        "-3.0001e9, -3e9, LINEAR", "1e300, 1.00001e300, LOG", "1.7, 1.8, LINEAR", "9.9, 10.1, LOG"
    })
    void narrowRangesHaveAMillionPlaces(double low, double high, Scale scale) {
        RealRange range = range(low, high, scale);
        assertThat(IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> range.at(0.4 + i * 1.1e-6))
                        .distinct())
                .hasSize(1001);
        for (double unit : new double[] {0, 0.1234567, 0.5, 0.9999, 1}) {
            assertThat(range.unit(range.at(unit))).isBetween(unit - 1e-6, unit + 1e-6);
        }
    }

    @Test
    void givenNumbersStayAsTheyAre() {
        assertThat(range(0, 1, Scale.LINEAR).canonical(new Value.Real(0.123456789)))
                .isEqualTo(new Value.Real(0.123456789));
    }
}
