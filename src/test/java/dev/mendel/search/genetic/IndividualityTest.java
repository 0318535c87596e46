package dev.mendel.search.genetic;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static dev.mendel.space.Spaces.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Configuration;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndividualityTest {

    private static double[] of(SearchSpace space, List<List<Value>> genotypes) {
        List<Configuration> population =
                genotypes.stream().map(space::canonical).toList();
        return new Individuality(space).of(population);
    }

    private static double[] ofPairs(String... pairs) {
        return of(
                Populations.PAIRS,
                Arrays.stream(pairs).map(pair -> words(pair.split(""))).toList());
    }

    @Test
    void isOneOverTheSumOfWhatEachValueShares() {
        // first: a 3, b 1; second: a 3, b 1; of 4 members
        assertThat(ofPairs("aa", "ab", "ba", "aa"))
                .containsExactly(
                        new double[] {1 / (1 / 1.0 + 1 / 1.0), 1 / (1 / 1.0 + 1 / 3.0), 1 / (1 / 3.0 + 1 / 1.0), 0.5},
                        within(1e-12));
    }

    @Test
    void isZeroForAMemberWithAValueThatAllShare() {
        assertThat(ofPairs("aa", "ab", "ac")).containsExactly(0, 0, 0);
    }

    @Test
    void isOneAndAHalfForTenThatDifferInSixHyperparameters() {
        var space = new SearchSpace(IntStream.range(0, 6)
                .<dev.mendel.space.Hyperparameter>mapToObj(i -> IntegerRange.of("h" + i, 0, 9, Scale.LINEAR))
                .toList());
        List<List<Value>> genotypes = IntStream.range(0, 10)
                .mapToObj(n -> IntStream.range(0, 6).mapToObj(i -> whole(n)).toList())
                .toList();
        assertThat(of(space, genotypes)).hasSize(10).containsOnly(new double[] {1.5}, within(1e-12));
    }

    @Test
    void doesNotCountWhatTakesNoPart() {
        var space = SearchSpace.of(
                Spaces.categorical("optimizer", "sgd", "adam"),
                new RealRange("rate", 0, 1, Scale.LINEAR, null, Spaces.when("optimizer", "adam"), null));
        double[] individuality = of(
                space,
                List.of(
                        List.of(word("adam"), real(0.1)),
                        List.of(word("adam"), real(0.1)),
                        List.of(word("sgd"), real(0.1))));
        assertThat(individuality).containsExactly(new double[] {0.5, 0.5, 2}, within(1e-12));
    }

    @Test
    void takesNumbersInTheSameTenthForShared() {
        var space = SearchSpace.of(RealRange.of("rate", 1e-4, 1, Scale.LOG));
        double[] individuality =
                of(space, List.of(List.of(real(1e-4)), List.of(real(2e-4)), List.of(real(0.01)), List.of(real(1))));
        assertThat(individuality).containsExactly(new double[] {2, 2, 3, 3}, within(1e-12));
    }

    @Test
    void takesEquivalentValuesForShared() {
        double[] individuality = of(
                SearchSpace.of(new dev.mendel.space.Categorical(
                        "loss",
                        words("nll", "cross-entropy", "mse"),
                        List.of(words("nll", "cross-entropy")),
                        dev.mendel.space.Condition.ALWAYS,
                        null)),
                List.of(words("nll"), words("cross-entropy"), words("mse")));
        assertThat(individuality).containsExactly(new double[] {1, 1, 2}, within(1e-12));
    }
}
