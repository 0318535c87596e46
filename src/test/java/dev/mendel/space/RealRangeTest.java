package dev.mendel.space;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.reals;
import static dev.mendel.space.Spaces.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RealRangeTest {
    private static final RealRange DROPOUT = RealRange.of("dropout", 0.1, 0.6, Scale.LINEAR);
    private static final RealRange RATE = RealRange.of("rate", 1e-4, 1, Scale.LOG);

    private static RealRange rate(
            double low, double high, @Nullable List<Value> grid, @Nullable Value declaredDefault) {
        return new RealRange("rate", low, high, Scale.LOG, grid, Condition.ALWAYS, declaredDefault);
    }

    private static double number(Value value) {
        return ((Value.Real) value).number();
    }

    @Nested
    class LinearContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return DROPOUT;
        }
    }

    @Nested
    class LogContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return RATE;
        }
    }

    @Nested
    class GriddedContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return rate(1e-4, 1, reals(1, 0.25, 1e-4), null);
        }
    }

    @Nested
    class UnevenBoundsContract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return RealRange.of("narrow", 0.12345612, 0.12346789, Scale.LINEAR);
        }
    }

    @Nested
    class Places {
        @Test
        void bothEndsCanBeReached() {
            assertThat(Stream.of(0.0, 1.0).map(DROPOUT::at)).containsExactly(real(0.1), real(0.6));
            assertThat(Stream.of(0.0, 1.0).map(RATE::at)).containsExactly(real(1e-4), real(1));
        }

        @Test
        void aLinearScaleWalksInEqualDifferences() {
            assertThat(DoubleStream.of(0.2, 0.5).mapToObj(DROPOUT::at)).containsExactly(real(0.2), real(0.35));
        }

        @Test
        void aLogScaleWalksInEqualRatios() {
            assertThat(DoubleStream.of(0.25, 0.5, 0.75).mapToObj(RATE::at))
                    .containsExactly(real(1e-3), real(1e-2), real(1e-1));
        }

        @Test
        void aPlaceAndItsValueFindEachOther() {
            for (RealRange range : List.of(DROPOUT, RATE)) {
                for (double unit = 0; unit <= 1; unit += 1 / 64.0) {
                    assertThat(range.unit(range.at(unit))).isCloseTo(unit, within(1e-5));
                }
            }
        }

        @Test
        void placesBeyondTheEndsAreTheEnds() {
            assertThat(DoubleStream.of(-0.5, 1.5).mapToObj(RATE::at)).containsExactly(real(1e-4), real(1));
        }

        @Test
        void kindsAreTenthsOfTheScale() {
            assertThat(DoubleStream.of(1e-4, 2e-4, 3e-4, 1e-2, 0.9, 1).mapToObj(Spaces::real))
                    .map(RATE::bucket)
                    .containsExactly(0, 0, 1, 5, 9, 9);
        }
    }

    @Nested
    class Sampling {
        private double[] sorted(RealRange range) {
            var random = new SplittableRandom(3);
            return Stream.generate(() -> range.sample(random))
                    .limit(4001)
                    .mapToDouble(RealRangeTest::number)
                    .sorted()
                    .toArray();
        }

        @Test
        void isEvenOnALinearScale() {
            double[] drawn = sorted(DROPOUT);
            assertThat(drawn[1000]).isCloseTo(0.225, within(0.02));
            assertThat(drawn[2000]).isCloseTo(0.35, within(0.02));
            assertThat(drawn[3000]).isCloseTo(0.475, within(0.02));
        }

        @Test
        void isEvenOnALogScale() {
            double[] exponents = Arrays.stream(sorted(RATE)).map(Math::log10).toArray();
            assertThat(exponents[1000]).isCloseTo(-3, within(0.15));
            assertThat(exponents[2000]).isCloseTo(-2, within(0.15));
            assertThat(exponents[3000]).isCloseTo(-1, within(0.15));
        }
    }

    @Nested
    class Rounding {
        @Test
        void keepsGivenNumbersAsTheyAre() {
            assertThat(RATE.canonical(real(0.0012345678))).isEqualTo(real(0.0012345678));
            assertThat(DROPOUT.canonical(real(0.55555567))).isEqualTo(real(0.55555567));
        }

        @Test
        void neverLeavesTheRange() {
            var range = RealRange.of("narrow", 0.12345649, 0.12345951, Scale.LINEAR);
            assertThat(range.at(0)).isEqualTo(real(0.12345649));
            assertThat(range.at(1)).isEqualTo(real(0.12345951));
        }
    }

    @Nested
    class Contents {
        @Test
        void areTheNumbersFromLowToHighBothIncluded() {
            assertThat(reals(0.1, 0.6)).allMatch(DROPOUT::contains);
            assertThat(reals(Math.nextDown(0.1), Math.nextUp(0.6))).noneMatch(DROPOUT::contains);
        }

        @Test
        void areNoWholeNumbers() {
            assertThat(RATE.contains(whole(1))).isFalse();
        }

        @Test
        void areNamedInMessages() {
            assertThat(RATE.allowed()).isEqualTo("a number from 1e-4 to 1.0");
            assertThatThrownBy(() -> RATE.canonical(real(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: 2.0 is not a number from 1e-4 to 1.0");
        }
    }

    @Nested
    class Grid {
        @Test
        void isEmptyUnlessDeclared() {
            assertThat(RATE.grid()).isEmpty();
        }

        @Test
        void hasTheDeclaredValuesInTheirOrder() {
            assertThat(rate(1e-4, 1, reals(1, 1e-4, 0.1), null).grid()).isEqualTo(reals(1, 1e-4, 0.1));
        }

        @Test
        void isAsItWasDeclared() {
            assertThat(rate(1e-4, 1, reals(0.1, 0.10000001, 0.5), null).grid()).isEqualTo(reals(0.1, 0.10000001, 0.5));
        }
    }

    @Nested
    class Faults {
        @Test
        void lowNotBelowHigh() {
            assertThatThrownBy(() -> rate(0.5, 0.5, null, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: low 0.5 is not < high 0.5");
            assertThatThrownBy(() -> rate(2, 1, null, null)).hasMessage("rate: low 2.0 is not < high 1.0");
        }

        @Test
        void boundsThatAreNoNumbers() {
            assertThatThrownBy(() -> rate(Double.NaN, 1, null, null)).hasMessage("rate: low NaN is not < high 1.0");
            assertThatThrownBy(() -> rate(1, Double.POSITIVE_INFINITY, null, null))
                    .hasMessage("rate: low 1.0 is not < high Infinity");
        }

        @Test
        void lowNotAboveZeroOnALogScale() {
            assertThatThrownBy(() -> rate(0, 1, null, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: low 0.0 is not > 0 (log scale)");
            assertThat(RealRange.of("rate", 0, 1, Scale.LINEAR).low()).isZero();
        }

        @Test
        void aGridValueOutside() {
            assertThatThrownBy(() -> rate(1e-4, 1, reals(0.1, 1.5), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: the grid value 1.5 is not one of its values");
        }

        @Test
        void aGridValueTwice() {
            assertThatThrownBy(() -> rate(1e-4, 1, reals(0.1, 0.1), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: the value 0.1 is listed twice");
        }

        @Test
        void anEmptyGrid() {
            assertThatThrownBy(() -> rate(1e-4, 1, List.of(), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: no values to choose from");
        }

        @Test
        void aDefaultOutside() {
            assertThatThrownBy(() -> rate(1e-4, 1, null, real(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: the default 2.0 is not one of its values");
        }
    }
}
