package dev.mendel.search.genetic;

import static dev.mendel.search.genetic.Populations.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {

    private static List<Integer> order(double weight, Scaling scaling, List<String> pairs, double... scores) {
        return new Ranking(Populations.CODEC, new Diversity(weight, scaling)).order(Populations.of(pairs, scores));
    }

    @ParameterizedTest
    @EnumSource
    void goesByScoreAloneWithoutWeight(Scaling scaling) {
        assertThat(order(0, scaling, List.of("aa", "bb", "cc", "dd"), 0.1, 0.9, -3, 0.5))
                .containsExactly(1, 3, 0, 2);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfEquals(Scaling scaling) {
        assertThat(order(0, scaling, List.of("aa", "bb", "cc", "dd"), 0.5, 0.7, 0.5, 0.5))
                .containsExactly(1, 0, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void placesFailedTrialsLastHoweverIndividual(Scaling scaling) {
        assertThat(order(1000, scaling, List.of("ee", "aa", "aa", "aa"), FAILED, 0.1, -5, 0.3))
                .containsExactly(3, 1, 2, 0);
    }

    @ParameterizedTest
    @EnumSource
    void ranksWhatFailedAltogetherInItsOrder(Scaling scaling) {
        assertThat(order(1, scaling, List.of("aa", "bc", "cb"), FAILED, FAILED, FAILED))
                .containsExactly(0, 1, 2);
    }

    @Nested
    class Absolute {
        // individualities: 0.5, 0.75, 0.75, 0.5
        private static final List<String> PAIRS = List.of("aa", "ab", "ba", "aa");

        @Test
        void addsTheWeightedIndividualityToTheScore() {
            // 0.80 + 0.75 * 0.5 = 1.175 against 0.62 + 0.75 * 0.75 = 1.1825 and 0.61 + 0.5625 = 1.1725
            assertThat(order(0.75, Scaling.ABSOLUTE, PAIRS, 0.80, 0.62, 0.61, 0.1))
                    .containsExactly(1, 0, 2, 3);
        }

        @Test
        void doesNotLookAtTheRangeOfTheScores() {
            assertThat(order(0.75, Scaling.ABSOLUTE, PAIRS, 80, 62, 61, 10)).containsExactly(0, 1, 2, 3);
        }
    }

    @Nested
    class Relative {
        // individualities: 0.5, 0.75, 0.75, 0.5; the largest is worth the range of the scores
        private static final List<String> PAIRS = List.of("aa", "ab", "ba", "aa");

        @Test
        void bringsIndividualityToTheRangeOfTheScores() {
            // range 0.3, one unit of individuality 0.4: 0.8 + 0.2 = 1.0 against 0.75 + 0.3 = 1.05, 0.69 + 0.3 = 0.99
            assertThat(order(1, Scaling.RELATIVE, PAIRS, 0.8, 0.75, 0.69, 0.5)).containsExactly(1, 0, 2, 3);
        }

        @Test
        void ranksTheSameInOtherUnits() {
            assertThat(order(1, Scaling.RELATIVE, PAIRS, 80, 75, 69, 50)).containsExactly(1, 0, 2, 3);
        }

        @Test
        void leavesFailedTrialsOutOfTheRange() {
            // with the failed one N = 5: individualities 0.5, 0.8, 0.8, 0.5; range 0.3
            assertThat(order(1, Scaling.RELATIVE, List.of("aa", "ab", "ba", "aa", "aa"), 0.8, 0.75, 0.6, 0.5, FAILED))
                    .containsExactly(1, 0, 2, 3, 4);
        }

        @Test
        void goesByNothingWhenAllScoreAlike() {
            assertThat(order(1, Scaling.RELATIVE, PAIRS, 0.5, 0.5, 0.5, 0.5)).containsExactly(0, 1, 2, 3);
        }

        @Test
        void goesByScoreWhenNobodyIsIndividual() {
            assertThat(order(1, Scaling.RELATIVE, List.of("aa", "aa", "aa"), 0.1, 0.3, 0.2))
                    .containsExactly(1, 2, 0);
        }
    }
}
