package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.bench.SearchBenchmark;
import dev.mendel.bench.SearchBenchmark.Contender;
import dev.mendel.bench.landscape.Family;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What being bred near the best, and near the best far from it, is good for.
class NearbyTest {
    private static double median(Family family, int near) throws InterruptedException {
        try (var benchmark = new SearchBenchmark(List.of(200), 7, 2)) {
            double[] regrets = benchmark.regrets(family, new Contender("near", NearSettings.of(near), 100))[0];
            Arrays.sort(regrets);
            return regrets[3];
        }
    }

    @Test
    void valleysAreFollowedToTheirEnd() throws InterruptedException {
        assertThat(median(Family.VALLEY, 100)).isLessThan(median(Family.VALLEY, 0) / 3);
    }

    @Test
    void theDeeperBasinIsFoundThoughItIsNarrower() throws InterruptedException {
        assertThat(median(Family.TWO_BASINS, 100)).isLessThan(median(Family.TWO_BASINS, 0) / 3);
    }

    @Test
    void turnedAxesAreNoObstacle() throws InterruptedException {
        assertThat(median(Family.ELLIPSOID, 100)).isLessThan(median(Family.ELLIPSOID, 0) / 3);
    }

    /// Plateaus tell no direction: with nothing but generations near the best, more than half end on one.
    @Test
    void aPitAmongPlateausIsFound() throws InterruptedException {
        assertThat(median(Family.NEEDLE, 100)).isLessThan(0.2);
    }
}
