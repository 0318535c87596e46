package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Categorical;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            RealRange.of("matters", 0, 1, Scale.LINEAR),
            RealRange.of("idle", 0, 1, Scale.LINEAR),
            Categorical.of("kind", new Value.Text("a"), new Value.Text("b")));
    private static final Features FEATURES = new Features(SPACE, 1);
    private static final Likelihood LIKELIHOOD = likelihood();

    private static Likelihood likelihood() {
        var random = new SplittableRandom(3);
        double[][] points = new double[40][];
        double[] targets = new double[40];
        for (int i = 0; i < points.length; i++) {
            points[i] = FEATURES.point(SPACE.canonical(SPACE.sample(random)));
            targets[i] = Math.sin(6 * points[i][0]) + (points[i][2] == 0 ? 0.5 : -0.5);
        }
        return new Likelihood(FEATURES, points, targets, Smoothness.prior(FEATURES.dimensions()));
    }

    @Test
    void growsAsItsGradientSays() {
        double[] here = {0.3, 1.2, -0.5, -3};
        double[] gradient = LIKELIHOOD.of(here).gradient();
        for (int d = 0; d < here.length; d++) {
            double[] ahead = here.clone();
            double[] back = here.clone();
            ahead[d] += 1e-5;
            back[d] -= 1e-5;
            double slope = (LIKELIHOOD.of(ahead).value() - LIKELIHOOD.of(back).value()) / 2e-5;
            assertThat(gradient[d]).as("parameter %d", d).isCloseTo(slope, within(1e-5));
        }
    }

    @Test
    void tellsWhatMattersFromWhatDoesNot() {
        double[] start = Smoothness.prior(3).logarithms();
        double[] best = Ascent.climb(LIKELIHOOD::of, start, 40, -9, 6);
        assertThat(LIKELIHOOD.of(best).value())
                .isGreaterThan(LIKELIHOOD.of(start).value());
        assertThat(best[1]).isLessThan(best[0] - 2).isLessThan(best[2] - 2);
    }

    @Test
    void isClimbedWithinTheBounds() {
        double[] best = Ascent.climb(LIKELIHOOD::of, new double[] {0, 0, 0, 0}, 40, -0.5, 0.5);
        for (double number : best) {
            assertThat(number).isBetween(-0.5, 0.5);
        }
    }
}
