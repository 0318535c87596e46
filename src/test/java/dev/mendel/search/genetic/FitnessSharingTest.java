package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Configuration;
import dev.mendel.space.Spaces;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FitnessSharingTest {
    private static final FitnessSharing SHARING = new FitnessSharing(Populations.PAIRS, 0.75);

    private static List<Configuration> pairs(String... pairs) {
        return Stream.of(pairs)
                .map(pair -> Populations.PAIRS.canonical(Spaces.words(pair.substring(0, 1), pair.substring(1))))
                .toList();
    }

    @Test
    void dividesFitnessByTheCrowdWithinTheRadius() {
        // aa and ab differ in one of two hyperparameters: 1/2 apart, so each counts a third for the other
        double[] shared = SHARING.of(new double[] {3, 2, 1}, pairs("aa", "ab", "cc"));
        assertThat(shared).containsExactly(new double[] {1 / (4.0 / 3), 0.5 / (4.0 / 3), 0}, within(1e-12));
    }

    @Test
    void leavesTheLonelyWhatTheyHave() {
        double[] shared = SHARING.of(new double[] {10, 0, 5}, pairs("aa", "bb", "cc"));
        assertThat(shared).containsExactly(1, 0, 0.5);
    }

    @Test
    void putsALonelyOneBeforeABetterCrowd() {
        double[] shared = SHARING.of(new double[] {1, 1, 1, 0.5, 0}, pairs("aa", "aa", "aa", "cc", "dd"));
        assertThat(shared[3]).isGreaterThan(shared[0]);
    }

    @Test
    void keepsTheFailedBelowAll() {
        double[] shared = SHARING.of(new double[] {Populations.FAILED, 1, 2}, pairs("ee", "aa", "bb"));
        assertThat(shared).containsExactly(Populations.FAILED, 0, 1);
    }
}
