package dev.mendel.search.genetic;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.wholes;
import static dev.mendel.space.Spaces.word;
import static dev.mendel.space.Spaces.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutationTest {
    private static final int DRAWS = 5000;

    private static final RealRange RATE = RealRange.of("rate", 1e-4, 1, Scale.LOG);
    private static final IntegerRange LAYERS = IntegerRange.of("layers", 1, 101, Scale.LINEAR);
    private static final Ordered SIZE = new Ordered("size", words("xs", "s", "m", "l", "xl"), Condition.ALWAYS, null);
    private static final Categorical LOSS = new Categorical(
            "loss",
            words("mse", "nll", "cross-entropy", "hinge"),
            List.of(words("nll", "cross-entropy")),
            Condition.ALWAYS,
            null);

    private static final List<Hyperparameter> EVERY_KIND = List.of(
            RATE,
            RealRange.of("dropout", 0, 0.5, Scale.LINEAR),
            LAYERS,
            IntegerRange.of("two", 1, 2, Scale.LINEAR),
            IntegerRange.of("batch", 1, 1024, Scale.LOG),
            SIZE,
            LOSS);

    private static List<Value> mutants(double step, double reset, Hyperparameter hyperparameter, Value value) {
        var mutation = new Mutation(step, 1, reset);
        var random = new SplittableRandom(8);
        return Stream.generate(() -> mutation.mutate(hyperparameter, value, random))
                .limit(DRAWS)
                .toList();
    }

    private static Map<Value, Long> counts(List<Value> values) {
        return values.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }

    /// The lengths of the steps from a value, on the scale from 0 to 1.
    private static double[] steps(double step, Hyperparameter hyperparameter, Value value) {
        return mutants(step, 0, hyperparameter, value).stream()
                .mapToDouble(mutant -> hyperparameter.unit(mutant) - hyperparameter.unit(value))
                .toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElseThrow());
    }

    @Nested
    class OfEveryKind {
        static final List<Hyperparameter> kinds = EVERY_KIND;

        private static void assertAnother(Hyperparameter hyperparameter, double step, double reset) {
            var random = new SplittableRandom(9);
            var mutation = new Mutation(step, 1, reset);
            Value value = hyperparameter.sample(random);
            for (int i = 0; i < 500; i++) {
                Value mutant = mutation.mutate(hyperparameter, value, random);
                assertThat(hyperparameter.contains(mutant)).isTrue();
                assertThat(hyperparameter.canonical(mutant)).isNotEqualTo(hyperparameter.canonical(value));
                value = mutant;
            }
        }

        @ParameterizedTest
        @FieldSource("kinds")
        void isAlwaysAnotherValueOfTheSpace(Hyperparameter hyperparameter) {
            assertAnother(hyperparameter, 0.2, 0.1);
        }

        @ParameterizedTest
        @FieldSource("kinds")
        void isAnotherValueAlsoWhenDrawnEntirelyAnew(Hyperparameter hyperparameter) {
            assertAnother(hyperparameter, 0.2, 1);
        }

        @ParameterizedTest
        @FieldSource("kinds")
        void isAnotherValueAlsoWithTheSmallestSteps(Hyperparameter hyperparameter) {
            assertAnother(hyperparameter, 1e-9, 0);
        }

        @ParameterizedTest
        @FieldSource("kinds")
        void isAnotherValueAlsoWithHugeSteps(Hyperparameter hyperparameter) {
            assertAnother(hyperparameter, 50, 0);
        }

        @ParameterizedTest
        @FieldSource("kinds")
        void isTheSameFromTheSameSeed(Hyperparameter hyperparameter) {
            Value value = hyperparameter.sample(new SplittableRandom(1));
            assertThat(mutants(0.2, 0.1, hyperparameter, value)).isEqualTo(mutants(0.2, 0.1, hyperparameter, value));
        }
    }

    @Test
    void leavesTheOnlyValueAsItIs() {
        assertThat(mutants(0.2, 0.5, Categorical.of("loss", word("mse")), word("mse")))
                .containsOnly(word("mse"));
        assertThat(mutants(0.2, 0.5, Ordered.of("size", word("m")), word("m"))).containsOnly(word("m"));
    }

    @Nested
    class OfRealNumbers {
        private static final Value MIDDLE = real(1e-2);

        @Test
        void isANormalStepOnTheScale() {
            double[] steps = steps(0.1, RATE, MIDDLE);
            assertThat(mean(steps)).isCloseTo(0, within(0.005));
            assertThat(deviation(steps)).isCloseTo(0.1, within(0.004));
            assertThat(Arrays.stream(steps).filter(step -> Math.abs(step) < 0.1).count())
                    .isBetween((long) (0.66 * DRAWS), (long) (0.71 * DRAWS));
        }

        @Test
        void startsFromTheValueWhereverItLies() {
            for (double number : new double[] {1e-3, 3e-3, 1e-1}) {
                assertThat(mean(steps(0.05, RATE, real(number)))).isCloseTo(0, within(0.003));
            }
        }

        @Test
        void isReflectedAtTheBoundsWithoutPilingUpThere() {
            for (double bound : new double[] {1e-4, 1}) {
                List<Value> mutants = mutants(0.1, 0, RATE, real(bound));
                double[] distances = mutants.stream()
                        .mapToDouble(mutant -> Math.abs(RATE.unit(mutant) - RATE.unit(real(bound))))
                        .toArray();
                assertThat(mean(distances)).isCloseTo(0.1 * Math.sqrt(2 / Math.PI), within(0.003));
                assertThat(Arrays.stream(distances)
                                .filter(distance -> distance < 1e-3)
                                .count())
                        .isLessThan(DRAWS / 50);
            }
        }

        @Test
        void coversTheScaleEvenlyWithHugeSteps() {
            double[] units = mutants(20, 0, RATE, MIDDLE).stream()
                    .mapToDouble(RATE::unit)
                    .sorted()
                    .toArray();
            assertThat(units[DRAWS / 4]).isCloseTo(0.25, within(0.03));
            assertThat(units[DRAWS / 2]).isCloseTo(0.5, within(0.03));
            assertThat(units[3 * DRAWS / 4]).isCloseTo(0.75, within(0.03));
        }

        @Test
        void isDrawnEvenlyFromTheWholeScaleWhenReset() {
            double[] units = mutants(0.01, 1, RATE, real(1e-4)).stream()
                    .mapToDouble(RATE::unit)
                    .sorted()
                    .toArray();
            assertThat(units[DRAWS / 4]).isCloseTo(0.25, within(0.03));
            assertThat(units[3 * DRAWS / 4]).isCloseTo(0.75, within(0.03));
        }

        @Test
        void isResetAsOftenAsAsked() {
            long far = mutants(0.001, 0.3, RATE, real(1e-4)).stream()
                    .filter(mutant -> RATE.unit(mutant) > 0.01)
                    .count();
            assertThat(far).isBetween((long) (0.27 * DRAWS), (long) (0.33 * DRAWS));
        }
    }

    @Nested
    class OfWholeNumbers {
        @Test
        void isANormalStepOnTheScale() {
            double[] steps = steps(0.1, LAYERS, whole(51));
            assertThat(mean(steps)).isCloseTo(0, within(0.005));
            assertThat(deviation(steps)).isCloseTo(0.102, within(0.004));
        }

        @Test
        void reachesEachOfAFewNumbers() {
            var range = IntegerRange.of("few", 1, 5, Scale.LINEAR);
            assertThat(counts(mutants(0.2, 0, range, whole(3))).keySet())
                    .containsExactlyInAnyOrderElementsOf(wholes(1, 2, 4, 5));
        }

        @ParameterizedTest
        @ValueSource(longs = {2, 3, 4, 5})
        void isMostlyANeighbourWhenStepsAreMuchSmallerThanTheNumbersAreApart(long number) {
            var range = IntegerRange.of("few", 1, 6, Scale.LINEAR);
            Map<Value, Long> counts = counts(mutants(0.01, 0, range, whole(number)));
            long below = counts.getOrDefault(whole(number - 1), 0L);
            long above = counts.getOrDefault(whole(number + 1), 0L);
            assertThat(below + above).isGreaterThan((long) (0.9 * DRAWS));
            assertThat(below).isBetween((long) (0.45 * DRAWS), (long) (0.55 * DRAWS));
        }
    }

    @Nested
    class OfOrderedValues {
        @Test
        void isANeighbourWithSmallSteps() {
            assertThat(counts(mutants(0.05, 0, SIZE, word("m"))))
                    .hasEntrySatisfying(word("s"), count -> assertThat(count).isBetween(2350L, 2650L))
                    .hasEntrySatisfying(word("l"), count -> assertThat(count).isBetween(2350L, 2650L))
                    .hasSize(2);
        }

        @Test
        void isTheOnlyNeighbourAtEitherEnd() {
            assertThat(mutants(0.05, 0, SIZE, word("xs"))).containsOnly(word("s"));
            assertThat(mutants(0.05, 0, SIZE, word("xl"))).containsOnly(word("l"));
        }

        @Test
        void isRarelyFarAway() {
            Map<Value, Long> counts = counts(mutants(0.2, 0, SIZE, word("xs")));
            assertThat(counts.get(word("s"))).isGreaterThan(counts.get(word("m")));
            assertThat(counts.get(word("m"))).isGreaterThan(counts.get(word("l")));
        }

        @Test
        void isAnyOtherAsOftenWhenReset() {
            assertThat(counts(mutants(0.05, 1, SIZE, word("xs"))))
                    .hasSize(4)
                    .allSatisfy((_, count) -> assertThat(count).isBetween(1130L, 1370L));
        }
    }

    @Nested
    class OfAlternatives {
        @Test
        void isAnyOtherMeaningAsOften() {
            assertThat(counts(mutants(0.2, 0, LOSS, word("mse"))))
                    .containsOnlyKeys(word("nll"), word("hinge"))
                    .allSatisfy((_, count) -> assertThat(count).isBetween(2350L, 2650L));
        }

        @Test
        void isNoWordOfTheSameMeaning() {
            assertThat(mutants(0.2, 0, LOSS, word("cross-entropy"))).containsOnly(word("mse"), word("hinge"));
        }
    }

    @Test
    void aLongChainOfMutationsVisitsAllOfTheSpace() {
        var mutation = new Mutation(0.2, 0.05, 0.1);
        var random = new SplittableRandom(3);
        for (Hyperparameter hyperparameter : EVERY_KIND) {
            Value[] value = {hyperparameter.sample(random)};
            assertThat(IntStream.range(0, 2000)
                            .mapToObj(_ -> value[0] = mutation.mutate(hyperparameter, value[0], random))
                            .map(hyperparameter::bucket)
                            .distinct())
                    .as(hyperparameter.name())
                    .hasSizeGreaterThanOrEqualTo(hyperparameter instanceof Categorical ? 3 : 2)
                    .hasSameSizeAs(Stream.generate(() -> hyperparameter.sample(random))
                            .limit(2000)
                            .map(hyperparameter::bucket)
                            .distinct()
                            .toList());
        }
    }
}
