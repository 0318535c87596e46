package dev.mendel.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttainmentTest {
    private static final List<double[]> ONE = List.of(point(1, 3), point(3, 1));
    private static final List<double[]> TWO = List.of(point(2, 2));

    private static double[] point(double x, double y) {
        return new double[] {x, y};
    }

    @Test
    void oneOfTwoAttainsWhatTheyFoundTogether() {
        assertThat(Attainment.surface(List.of(ONE, TWO), 1)).containsExactly(point(1, 3), point(2, 2), point(3, 1));
    }

    @Test
    void bothAttainOnlyWhatIsNoBetterThanEither() {
        assertThat(Attainment.surface(List.of(ONE, TWO), 2)).containsExactly(point(2, 3), point(3, 2));
    }

    @Test
    void moreSetsThanHavePointsAttainNothing() {
        assertThat(Attainment.surface(List.of(ONE, TWO, List.of()), 3)).isEmpty();
        assertThat(Attainment.surface(List.of(), 1)).isEmpty();
    }

    @Test
    void aPlaceIsAttainedByAPointAsGoodInAll() {
        assertThat(Attainment.isAttained(point(2, 2), TWO)).isTrue();
        assertThat(Attainment.isAttained(point(2, 1.9), TWO)).isFalse();
        assertThat(Attainment.isAttained(point(1.9, 2), TWO)).isFalse();
        assertThat(Attainment.isAttained(point(9, 9), List.of())).isFalse();
    }

    /// Coordinates are few, so that many are equal.
    @Test
    void surfaceBoundsWhatSoManySetsAttain() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var sets = new ArrayList<List<double[]>>();
            for (int run = 0; run < 5; run++) {
                sets.add(IntStream.range(0, random.nextInt(6))
                        .mapToObj(_ -> point(random.nextInt(8), random.nextInt(8)))
                        .toList());
            }
            int least = 1 + random.nextInt(5);
            List<double[]> surface = Attainment.surface(sets, least);
            for (int x = 0; x < 9; x++) {
                for (int y = 0; y < 9; y++) {
                    double[] place = point(x, y);
                    long attained = sets.stream()
                            .filter(set -> Attainment.isAttained(place, set))
                            .count();
                    assertThat(Attainment.isAttained(place, surface)).isEqualTo(attained >= least);
                }
            }
            Collections.shuffle(sets, random);
            assertThat(Attainment.surface(sets, least)).containsExactly(surface.toArray(double[][]::new));
        }
    }
}
