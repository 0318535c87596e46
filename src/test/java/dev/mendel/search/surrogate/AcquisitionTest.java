package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.surrogate.GaussianProcess.Prediction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcquisitionTest {
    private static final double BEST = 2;

    @ParameterizedTest
    @EnumSource
    void likesWhatIsBetterAndWhatIsLessCertain(Acquisition acquisition) {
        double usual = acquisition.value(new Prediction(1, 0.5), BEST);
        assertThat(acquisition.value(new Prediction(1.2, 0.5), BEST)).isGreaterThan(usual);
        assertThat(acquisition.value(new Prediction(1, 0.6), BEST)).isGreaterThan(usual);
    }

    @Test
    void takesTurns() {
        assertThat(IntStream.range(5, 9).mapToObj(Acquisition::of))
                .containsExactly(
                        Acquisition.EXPECTED_IMPROVEMENT,
                        Acquisition.CONFIDENCE_BOUND,
                        Acquisition.EXPECTED_IMPROVEMENT,
                        Acquisition.CONFIDENCE_BOUND);
    }
}
