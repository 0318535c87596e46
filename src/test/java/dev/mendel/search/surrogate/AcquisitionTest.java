package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.surrogate.GaussianProcess.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcquisitionTest {
    private static final double BEST = 2;

    @ParameterizedTest
    @EnumSource
    void likesWhatIsBetterAndWhatIsLessCertain(Acquisition acquisition) {
        double usual = acquisition.value(new Prediction(1, 0.5), BEST, 3);
        assertThat(acquisition.value(new Prediction(1.2, 0.5), BEST, 3)).isGreaterThan(usual);
        assertThat(acquisition.value(new Prediction(1, 0.6), BEST, 3)).isGreaterThan(usual);
    }

    @Test
    void takesTurns() {
        var prediction = new Prediction(1, 0.5);
        assertThat(Acquisition.TURNS.value(prediction, BEST, 6))
                .isEqualTo(Acquisition.CONFIDENCE_BOUND.value(prediction, BEST, 6))
                .isEqualTo(2);
        assertThat(Acquisition.TURNS.value(prediction, BEST, 7))
                .isEqualTo(Acquisition.EXPECTED_IMPROVEMENT.value(prediction, BEST, 7))
                .isLessThan(0);
    }
}
