package dev.mendel.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FrontsTest {
    /// With many ties.
    private static List<double[]> points(int dimensions, int count, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> IntStream.range(0, dimensions)
                        .mapToDouble(_ -> random.nextInt(8))
                        .toArray())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aFrontIsWhatOnlyFrontsBeforeDominate(int dimensions) {
        for (int seed = 0; seed < 50; seed++) {
            List<double[]> points = points(dimensions, 30, seed);
            Set<Integer> before = new HashSet<>();
            for (List<Integer> front : Fronts.of(points)) {
                for (int each : front) {
                    List<Integer> better = IntStream.range(0, points.size())
                            .filter(other -> Fronts.dominates(points.get(other), points.get(each)))
                            .boxed()
                            .toList();
                    assertThat(before).containsAll(better);
                    assertThat(better.isEmpty()).isEqualTo(before.isEmpty());
                }
                assertThat(front).isSorted().isNotEmpty().noneMatch(before::contains);
                before.addAll(front);
            }
            assertThat(before).hasSize(30);
            assertThat(Fronts.first(points)).isEqualTo(Fronts.of(points).getFirst());
        }
    }

    @Test
    void equalsDominateNeitherAndFailuresNobody() {
        double[] failed = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] point = {1, -1e300};
        assertThat(Fronts.dominates(point, point.clone())).isFalse();
        assertThat(Fronts.dominates(failed, point)).isFalse();
        assertThat(Fronts.dominates(failed, failed.clone())).isFalse();
        assertThat(Fronts.dominates(point, failed)).isTrue();
        assertThat(Fronts.dominates(new double[] {Double.NaN, 5}, point)).isFalse();
        assertThat(Fronts.first(List.of(failed, point, point.clone()))).containsExactly(1, 2);
    }

    @Test
    void crowdingIsTheDistanceOfNeighboursInSharesOfTheRange() {
        List<double[]> front = List.of(new double[] {0, 10}, new double[] {4, 0}, new double[] {1, 8});
        assertThat(Fronts.crowding(front))
                .containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1.0 + 1.0);
        assertThat(Fronts.crowding(List.of(new double[] {1, 1}, new double[] {1, 1})))
                .containsExactly(0, 0);
        assertThat(Fronts.crowding(List.of())).isEmpty();
    }

    /// A minimised value of 0 is a score of -0.
    @Test
    void bothZerosAreOne() {
        assertThat(Fronts.first(List.of(new double[] {0.0, 1}, new double[] {-0.0, 2})))
                .containsExactly(1);
        assertThat(Fronts.first(List.of(new double[] {-0.0, 2}, new double[] {0.0, 1})))
                .containsExactly(0);
    }
}
