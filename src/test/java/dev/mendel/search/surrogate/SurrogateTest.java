package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogateTest {
    private static final SearchSpace CUBE = Spaces.cube();

    private static List<Configuration> configurations(SearchSpace space, int count) {
        var random = new SplittableRandom(11);
        return Stream.generate(() -> space.canonical(space.sample(random)))
                .distinct()
                .limit(count)
                .toList();
    }

    /// Best at (3, 7, 1).
    private static double worth(Configuration cube) {
        double x = cube.real("x") - 3;
        double y = cube.real("y") - 7;
        double z = cube.real("z") - 1;
        return -(x * x + y * y + z * z);
    }

    private static Surrogate taught(List<Configuration> configurations) {
        var surrogate = new Surrogate(CUBE, Acquisition.TURNS, 1);
        configurations.forEach(each -> surrogate.learn(each, List.of(), OptionalDouble.of(worth(each))));
        return surrogate;
    }

    private static double promise(Surrogate surrogate, int... cube) {
        return surrogate.prospects().orElseThrow().promise(CUBE.canonical(Spaces.wholes(cube[0], cube[1], cube[2])));
    }

    /// One score in the worst corner is far too high: by score it would be the best.
    @Test
    void aLuckyScoreIsNotBelieved() {
        Surrogate surrogate = taught(configurations(CUBE, 60));
        Configuration lucky = CUBE.canonical(Spaces.wholes(9, 0, 9));
        Configuration neighbour = CUBE.canonical(Spaces.wholes(9, 1, 9));
        surrogate.learn(neighbour, List.of(), OptionalDouble.of(worth(neighbour)));
        surrogate.learn(lucky, List.of(), OptionalDouble.of(1));
        Configuration failed = CUBE.canonical(Spaces.wholes(3, 7, 1));
        surrogate.learn(failed, List.of(), OptionalDouble.of(Double.NEGATIVE_INFINITY));
        assertThat(surrogate.best()).contains(lucky);
        List<Configuration> believed = surrogate.believed();
        assertThat(believed).hasSizeGreaterThan(50).doesNotContain(failed);
        assertThat(believed.getFirst()).isNotEqualTo(lucky);
        assertThat(worth(believed.getFirst())).isGreaterThan(-8);
    }

    @Test
    void tooFewForAModelAreOrderedByScore() {
        List<Configuration> few = configurations(CUBE, 3);
        assertThat(taught(few).believed())
                .isEqualTo(few.stream()
                        .sorted(Comparator.comparingDouble(SurrogateTest::worth).reversed())
                        .toList());
    }

    @Test
    void promisesMoreWhereItIsBetter() {
        Surrogate surrogate = taught(configurations(CUBE, 60));
        assertThat(promise(surrogate, 3, 7, 1))
                .isGreaterThan(promise(surrogate, 8, 2, 8))
                .isGreaterThan(promise(surrogate, 5, 5, 5));
    }

    /// Failed trials are known too.
    @Test
    void whatIsUnknownIsFarFromAllThatWasTried() {
        var surrogate = new Surrogate(CUBE, Acquisition.TURNS, 1);
        Configuration low = CUBE.canonical(Spaces.wholes(0, 0, 0));
        Configuration middle = CUBE.canonical(Spaces.wholes(4, 4, 4));
        Configuration high = CUBE.canonical(Spaces.wholes(9, 9, 9));
        surrogate.learn(low, List.of(), OptionalDouble.of(Double.NEGATIVE_INFINITY));
        surrogate.learn(middle, List.of(), OptionalDouble.of(1));
        Prospects unknown = surrogate.unknown();
        assertThat(unknown.promise(low)).isZero();
        assertThat(unknown.promise(high)).isGreaterThan(unknown.promise(CUBE.canonical(Spaces.wholes(7, 7, 7))));
        assertThat(unknown.trying(high).promise(high)).isZero();
        assertThat(unknown.promise(high)).isPositive();
    }

    @Test
    void promisesNothingBeforeItHasLearntAnything() {
        assertThat(taught(configurations(CUBE, 4)).prospects()).isEmpty();
        assertThat(taught(configurations(CUBE, 5)).prospects()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 50})
    void knowsTheSameHoweverOftenItWasAsked(int often) {
        List<Configuration> configurations = configurations(CUBE, 260);
        var asked = new Surrogate(CUBE, Acquisition.TURNS, 1);
        for (int i = 0; i < configurations.size(); i++) {
            asked.learn(configurations.get(i), List.of(), OptionalDouble.of(worth(configurations.get(i))));
            if (i % often == 0) {
                asked.prospects();
            }
        }
        assertThat(promise(asked, 3, 7, 2)).isEqualTo(promise(taught(configurations), 3, 7, 2));
    }

    @Test
    void promisesLessNearWhatIsGoingToBeTried() {
        Prospects prospects = taught(configurations(CUBE, 20)).prospects().orElseThrow();
        Configuration tried = CUBE.canonical(Spaces.wholes(3, 7, 2));
        Configuration near = CUBE.canonical(Spaces.wholes(3, 7, 3));
        Prospects after = prospects.trying(tried);
        assertThat(after.promise(tried)).isLessThan(prospects.promise(tried));
        assertThat(after.promise(near)).isLessThan(prospects.promise(near));
    }

    @Test
    void takesFailuresForTheWorst() {
        var surrogate = new Surrogate(CUBE, Acquisition.TURNS, 1);
        for (Configuration each : configurations(CUBE, 60)) {
            surrogate.learn(each, List.of(), OptionalDouble.of(each.real("x") > 4 ? Double.NEGATIVE_INFINITY : 0.5));
        }
        assertThat(promise(surrogate, 1, 5, 5)).isGreaterThan(promise(surrogate, 8, 5, 5));
    }

    @Test
    void goesOnWhereAllFailed() {
        var surrogate = new Surrogate(CUBE, Acquisition.TURNS, 1);
        configurations(CUBE, 30)
                .forEach(each -> surrogate.learn(each, List.of(), OptionalDouble.of(Double.NEGATIVE_INFINITY)));
        assertThat(promise(surrogate, 3, 7, 1)).isFinite();
    }

    @Test
    void learnsWhereHyperparametersComeAndGo() {
        SearchSpace space = Spaces.everything();
        var surrogate = new Surrogate(space, Acquisition.TURNS, 1);
        List<Configuration> configurations = configurations(space, 80);
        configurations.forEach(each -> surrogate.learn(each, List.of(), OptionalDouble.of(each.has("rate") ? 1 : 0)));
        Prospects prospects = surrogate.prospects().orElseThrow();
        double with = mean(prospects, configurations, true);
        assertThat(with).isGreaterThan(mean(prospects, configurations, false));
    }

    private static double mean(Prospects prospects, List<Configuration> configurations, boolean rate) {
        return configurations.stream()
                .filter(each -> each.has("rate") == rate)
                .mapToDouble(prospects::promise)
                .average()
                .orElseThrow();
    }
}
