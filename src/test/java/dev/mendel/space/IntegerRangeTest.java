package dev.mendel.space;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.wholes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegerRangeTest {
    private static final IntegerRange LAYERS = IntegerRange.of("layers", 1, 6, Scale.LINEAR);
    private static final IntegerRange BATCH = IntegerRange.of("batch", 1, 1024, Scale.LOG);

    private static IntegerRange layers(
            long low, long high, @Nullable List<Value> grid, @Nullable Value declaredDefault) {
        return new IntegerRange("layers", low, high, Scale.LINEAR, grid, Condition.ALWAYS, declaredDefault);
    }

    @Nested
    class LinearContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return LAYERS;
        }
    }

    @Nested
    class LogContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return BATCH;
        }
    }

    @Nested
    class LongContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return IntegerRange.of("long", -1L << 53, 1L << 53, Scale.LINEAR);
        }
    }

    @Nested
    class Places {
        @Test
        void bothEndsCanBeReached() {
            assertThat(LAYERS.at(0)).isEqualTo(whole(1));
            assertThat(LAYERS.at(1)).isEqualTo(whole(6));
            assertThat(BATCH.at(0)).isEqualTo(whole(1));
            assertThat(BATCH.at(1)).isEqualTo(whole(1024));
        }

        @Test
        void aNumberAndItsPlaceFindEachOther() {
            for (IntegerRange range : List.of(LAYERS, BATCH)) {
                for (long number = range.low(); number <= range.high(); number++) {
                    assertThat(range.at(range.unit(whole(number)))).isEqualTo(whole(number));
                }
            }
        }

        @Test
        void placesGrowWithTheNumbers() {
            assertThat(LongStream.rangeClosed(1, 1024).mapToObj(n -> BATCH.unit(whole(n))))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        @Test
        void aLogScaleWalksInEqualRatios() {
            double step = BATCH.unit(whole(1000)) - BATCH.unit(whole(100));
            assertThat(BATCH.unit(whole(100)) - BATCH.unit(whole(10)))
                    .isCloseTo(step, org.assertj.core.api.Assertions.within(0.01));
        }
    }

    @Nested
    class Sampling {
        private Map<Value, Long> counts(IntegerRange range, int draws) {
            var random = new SplittableRandom(5);
            return Stream.generate(() -> range.sample(random))
                    .limit(draws)
                    .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        }

        @Test
        void drawsEachNumberOfALinearRangeAsOften() {
            assertThat(counts(LAYERS, 6000))
                    .hasSize(6)
                    .allSatisfy((_, count) -> assertThat(count).isBetween(880L, 1120L));
        }

        @Test
        void drawsEachNumberOfALogRange() {
            assertThat(counts(IntegerRange.of("units", 1, 32, Scale.LOG), 6000)).hasSize(32);
        }

        @Test
        void drawsSmallNumbersOfALogRangeMoreOften() {
            Map<Value, Long> counts = counts(BATCH, 6000);
            long small = LongStream.rangeClosed(1, 32)
                    .map(n -> counts.getOrDefault(whole(n), 0L))
                    .sum();
            assertThat(small).isBetween(3000L, 3600L);
        }
    }

    @Nested
    class Kinds {
        @Test
        void areTheNumbersThemselvesInAShortRange() {
            assertThat(LongStream.rangeClosed(1, 6).mapToObj(n -> LAYERS.bucket(whole(n))))
                    .containsExactly(0, 1, 2, 3, 4, 5);
        }

        @Test
        void areTenthsOfALongRange() {
            var range = IntegerRange.of("long", 0, 99, Scale.LINEAR);
            assertThat(Stream.of(0, 9, 10, 55, 99).map(n -> range.bucket(whole(n))))
                    .containsExactly(0, 0, 1, 5, 9);
        }
    }

    @Nested
    class Contents {
        @Test
        void areTheWholeNumbersFromLowToHighBothIncluded() {
            assertThat(wholes(1, 6)).allMatch(LAYERS::contains);
            assertThat(wholes(0, 7)).noneMatch(LAYERS::contains);
            assertThat(LAYERS.contains(real(2))).isFalse();
        }

        @Test
        void areNamedInMessages() {
            assertThatThrownBy(() -> LAYERS.canonical(whole(7)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers: 7 is not a whole number from 1 to 6");
        }
    }

    @Nested
    class Grid {
        @Test
        void isEveryNumberUnlessDeclared() {
            assertThat(LAYERS.grid()).isEqualTo(wholes(1, 2, 3, 4, 5, 6));
        }

        @Test
        void hasTheDeclaredValuesInTheirOrder() {
            assertThat(layers(1, 6, wholes(4, 1), null).grid()).isEqualTo(wholes(4, 1));
        }

        @Test
        void isEmptyForARangeTooLongToVisit() {
            assertThat(layers(1, IntegerRange.LONGEST_GRID, null, null).grid()).hasSize(IntegerRange.LONGEST_GRID);
            assertThat(layers(0, IntegerRange.LONGEST_GRID, null, null).grid()).isEmpty();
        }
    }

    @Nested
    class Shares {
        /// Each number of a short range far out is drawn as often as any other, the ends too.
        private static void assertEven(IntegerRange range) {
            int count = (int) (range.high() - range.low()) + 1;
            int draws = 1000 * count;
            var drawn = new HashMap<Value, Integer>();
            for (int i = 0; i < draws; i++) {
                drawn.merge(range.at((i + 0.5) / draws), 1, Integer::sum);
            }
            assertThat(drawn).hasSize(count);
            assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(998, 1002));
        }

        @Test
        void areEvenUpToTheLargestNumbers() {
            assertEven(IntegerRange.of("far", (1L << 53) - 9, 1L << 53, Scale.LINEAR));
            assertEven(IntegerRange.of("far", (1L << 53) - 9, 1L << 53, Scale.LOG));
            assertEven(IntegerRange.of("far", -1L << 53, (-1L << 53) + 4, Scale.LINEAR));
            assertEven(IntegerRange.of("far", (1L << 52) - 3, (1L << 52) + 3, Scale.LINEAR));
            assertEven(IntegerRange.of("near", 3, 7, Scale.LINEAR));
        }
    }

    @Nested
    class Faults {
        @Test
        void numbersThatNoRealNumberTellsApart() {
            assertThatThrownBy(() -> Hyperparameter.integer("n", 1L << 62, (1L << 62) + 10))
                    .hasMessage("n: high 4611686018427387914 is not a whole number from -9007199254740992"
                            + " to 9007199254740992");
        }

        @Test
        void lowNotBelowHigh() {
            assertThatThrownBy(() -> layers(5, 3, null, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers: low 5 is not < high 3");
        }

        @Test
        void lowNotAboveZeroOnALogScale() {
            assertThatThrownBy(() -> IntegerRange.of("batch", 0, 8, Scale.LOG))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batch: low 0 is not > 0 (log scale)");
        }

        @Test
        void aGridValueOutside() {
            assertThatThrownBy(() -> layers(1, 6, wholes(3, 7), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers: the grid value 7 is not one of its values");
        }

        @Test
        void aGridValueTwice() {
            assertThatThrownBy(() -> layers(1, 6, wholes(3, 3), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers: the value 3 is listed twice");
        }

        @Test
        void aDefaultOutside() {
            assertThatThrownBy(() -> layers(1, 6, null, real(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers: the default 2.0 is not one of its values");
        }
    }
}
