package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static double deviation(double... numbers) {
        return Moments.deviation(numbers, Moments.mean(numbers), numbers.length - 1);
    }

    @Test
    void theDeviationIsThatOfASample() {
        assertThat(deviation(2, 4, 4, 4, 5, 5, 7, 9)).isEqualTo(Math.sqrt(32 / 7.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1 / 3.0, 1e300, Double.MIN_VALUE, -0.7})
    void equalNumbersDoNotDeviate(double number) {
        assertThat(deviation(number, number, number)).isZero();
        var fold = FoldResult.of(number);
        assertThat(new Outcome.Finished(List.of(fold, fold, fold)).standardDeviation())
                .isZero();
    }

    @Test
    void hugeNumbersDoNotOverflow() {
        assertThat(Moments.mean(new double[] {1.5e308, 1.5e308})).isEqualTo(1.5e308);
        assertThat(deviation(1e200, 3e200)).isCloseTo(Math.sqrt(2) * 1e200, within(1e186));
        assertThat(deviation(-1.7e308, 1.7e308)).isFinite();
        var finished = new Outcome.Finished(List.of(FoldResult.of(1e299), FoldResult.of(3e299)));
        assertThat(finished.standardDeviation()).isCloseTo(Math.sqrt(2) * 1e299, within(1e286));
    }

    @Test
    void ofNoneThereIsNoNumber() {
        assertThat(Moments.mean(new double[0])).isNaN();
        assertThat(Moments.deviation(new double[0], Double.NaN, 0)).isNaN();
    }
}
