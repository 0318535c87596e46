package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Configuration;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final SearchSpace PLANE =
            SearchSpace.of(RealRange.of("x", 0, 1, Scale.LINEAR), RealRange.of("y", 0, 1, Scale.LINEAR));

    private final Surrogate surrogate = new Surrogate(PLANE, Acquisition.CONFIDENCE_BOUND, 1);

    private static Configuration at(double x, double y) {
        return new Configuration(Map.of("x", new Value.Real(x), "y", new Value.Real(y)));
    }

    private void learn(double x, double y, double score) {
        surrogate.learn(at(x, y), List.of(), OptionalDouble.of(score));
    }

    /// A turned bowl around (0.5, 0.5), of the width of the steps, on a plain that is far below.
    @Test
    void promisesMostAtTheTopOfASmallHill() {
        RandomGenerator random = new Seed(1).random();
        for (int i = 0; i < 60; i++) {
            double reach = i < 40 ? 0.02 : 1;
            double x = Math.clamp(0.503 + reach * (random.nextDouble() - 0.5), 0, 1);
            double y = Math.clamp(0.498 + reach * (random.nextDouble() - 0.5), 0, 1);
            double along = x - 0.5 + y - 0.5;
            double across = x - y;
            learn(x, y, Math.max(-along * along - 20 * across * across, -0.05));
        }
        Prospects prospects =
                surrogate.near(at(0.503, 0.498), 0.02, 40).orElseThrow().prospects();
        double top = prospects.promise(at(0.5, 0.5));
        for (double[] away : new double[][] {{0.005, -0.005}, {-0.005, 0.005}, {0.01, -0.01}, {-0.01, 0.01}}) {
            assertThat(prospects.promise(at(0.5 + away[0], 0.5 + away[1]))).isLessThan(top);
        }
    }

    /// Of places on a grid many are as far from one as others.
    @Test
    void theNearestAreThoseASortWouldPutFirst() {
        var features = new Features(PLANE, 1);
        var all = new ArrayList<Observation>();
        RandomGenerator random = new Seed(2).random();
        for (int i = 0; i < 200; i++) {
            Configuration at = at(random.nextDouble(), random.nextDouble());
            all.add(new Observation(i, at, features.point(at), i, true));
        }
        double[] center = features.point(at(0.4, 0.6));
        List<Observation> expected = all.stream()
                .sorted(Comparator.comparingDouble(each -> features.apart(each.point(), center)))
                .limit(50)
                .sorted(Comparator.comparingInt(Observation::number))
                .toList();
        assertThat(Surroundings.nearest(features, all, center, Smoothness.prior(2), 0, 50))
                .isEqualTo(expected);
        assertThat(Surroundings.nearest(features, all, center, Smoothness.prior(2), 0, 300))
                .isEqualTo(all);
    }

    /// 150 trials crowd around the place, 30 lie farther out.
    @Test
    void whatIsMuchNearerThanAStepIsLongIsNotTakenTwice() {
        var features = new Features(PLANE, 1);
        var all = new ArrayList<Observation>();
        RandomGenerator random = new Seed(2).random();
        for (int i = 0; i < 180; i++) {
            double reach = i % 6 == 5 ? 0.4 : 0.001;
            Configuration at = at(0.5 + reach * (random.nextDouble() - 0.5), 0.5 + reach * (random.nextDouble() - 0.5));
            all.add(new Observation(i, at, features.point(at), i, true));
        }
        double[] center = features.point(at(0.5, 0.5));
        List<Observation> sparse = Surroundings.nearest(features, all, center, Smoothness.prior(2), 0.01, 50);
        assertThat(sparse).hasSize(50).isSortedAccordingTo(Comparator.comparingInt(Observation::number));
        assertThat(sparse.stream().filter(each -> each.number() % 6 == 5)).hasSizeGreaterThan(25);
        assertThat(Surroundings.nearest(features, all, center, Smoothness.prior(2), 0, 50))
                .allMatch(each -> each.number() % 6 != 5 || features.apart(each.point(), center) < 1e-5);
    }

    @Test
    void standardisesAndRaisesWhatIsFarBelow() {
        double[] targets = Surroundings.standardised(new double[] {4, 3, 2, -1e9, Double.NEGATIVE_INFINITY});
        assertThat(targets[3]).isEqualTo(targets[4]);
        assertThat(targets[0] - targets[1]).isEqualTo(targets[1] - targets[2], within(1e-12));
        assertThat(targets[0] - targets[2]).isEqualTo(targets[2] - targets[3], within(1e-12));
        assertThat(Surroundings.standardised(new double[] {7, 7, 7})).containsExactly(0, 0, 0);
        assertThat(Surroundings.standardised(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}))
                .containsExactly(0, 0);
    }

    @Test
    void theBestFarFromTheBestIsFound() {
        assertThat(surrogate.best()).isEmpty();
        learn(0.1, 0.1, 9);
        learn(0.15, 0.1, 8);
        learn(0.9, 0.9, 3);
        learn(0.5, 0.5, 5);
        learn(0.5, 0.4, 5);
        assertThat(surrogate.best()).contains(at(0.1, 0.1));
        assertThat(surrogate.bestBeyond(at(0.1, 0.1), 0.3)).contains(at(0.5, 0.5));
        assertThat(surrogate.bestBeyond(at(0.1, 0.1), 0.6)).contains(at(0.9, 0.9));
        assertThat(surrogate.bestBeyond(at(0.1, 0.1), 0.9)).isEmpty();
        assertThat(surrogate.near(at(0.1, 0.1), 0.1, 100)).isPresent();
    }

    /// What a model promises depends on the evaluations alone, not on what it was asked between them.
    @Test
    void isTheSameHoweverItWasAsked() {
        var asked = new Surrogate(PLANE, Acquisition.TURNS, 1);
        var told = new Surrogate(PLANE, Acquisition.TURNS, 1);
        RandomGenerator random = new Seed(2).random();
        for (int i = 0; i < 40; i++) {
            Configuration place = at(random.nextDouble(), random.nextDouble());
            double score = random.nextDouble();
            asked.learn(place, List.of(), OptionalDouble.of(score));
            told.learn(place, List.of(), OptionalDouble.of(score));
            if (i % 3 == 0) {
                asked.prospects();
                asked.near(place, 0.1, 20);
            }
        }
        Configuration place = at(0.3, 0.7);
        assertThat(told.near(at(0.4, 0.4), 0.1, 20).orElseThrow().prospects().promise(place))
                .isEqualTo(asked.near(at(0.4, 0.4), 0.1, 20)
                        .orElseThrow()
                        .prospects()
                        .promise(place));
        assertThat(told.prospects().orElseThrow().promise(place))
                .isEqualTo(asked.prospects().orElseThrow().promise(place));
    }
}
