package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static Outcome.Finished finished(double... scores) {
        return new Outcome.Finished(
                DoubleStream.of(scores).mapToObj(FoldResult::of).toList());
    }

    @Nested
    class Finished {
        @Test
        void scoresTheMeanOfItsFolds() {
            assertThat(finished(0.5, 0.25, 0.75, 1).mean()).isEqualTo(0.625);
            assertThat(finished(0.5, 0.25).score()).contains(new Score(0.375));
        }

        @Test
        void spreadsWithOneLessInTheDenominator() {
            assertThat(finished(1, 2, 3, 4).standardDeviation()).isCloseTo(1.2909944487, within(1e-9));
        }

        @Test
        void doesNotSpreadWithOneFold() {
            assertThat(finished(0.3).standardDeviation()).isZero();
        }

        @Test
        void hasAFold() {
            assertThatThrownBy(OutcomeTest::finished)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a finished trial has at least one fold");
        }

        @Test
        void keepsItsOwnCopyOfTheFolds() {
            var folds = new ArrayList<>(List.of(FoldResult.of(1)));
            var outcome = new Outcome.Finished(folds);
            folds.add(FoldResult.of(0));
            assertThat(outcome.mean()).isEqualTo(1);
        }
    }

    @Test
    void aFailedTrialHasNoScore() {
        assertThat(new Outcome.Failed(0, "diverged", Duration.ZERO).score()).isEmpty();
    }

    @Nested
    class Scores {
        @Test
        void areFinite() {
            assertThatThrownBy(() -> new Score(Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a score is a finite number, of size 1e300 at most; found: NaN");
            assertThatThrownBy(() -> new Score(Double.POSITIVE_INFINITY))
                    .hasMessage("a score is a finite number, of size 1e300 at most; found: Infinity");
        }

        @Test
        void knowNoNegativeZero() {
            assertThat(new Score(-0.0)).isEqualTo(new Score(0.0)).isEqualByComparingTo(new Score(0.0));
        }

        @Test
        void moreIsBetter() {
            assertThat(new Score(0.9)).isGreaterThan(new Score(-3));
        }
    }

    @Nested
    class Folds {
        @Test
        void keepTheirMeasuresInOrderAndToThemselves() {
            var measures = new LinkedHashMap<String, Double>();
            measures.put("right digit accuracy", 0.9);
            measures.put("left digit accuracy", 0.8);
            var result = new FoldResult(new Score(1), measures, List.of(), Duration.ofSeconds(2));
            measures.clear();
            assertThat(result.measures())
                    .containsExactly(Map.entry("right digit accuracy", 0.9), Map.entry("left digit accuracy", 0.8));
            assertThatThrownBy(() -> result.measures().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void takeNoNegativeTime() {
            assertThatThrownBy(() -> new FoldResult(new Score(1), Map.of(), List.of(), Duration.ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a fold's time is not negative, found: PT-0.001S");
        }
    }
}
