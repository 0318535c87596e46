package dev.mendel.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HypervolumeTest {
    /// In tenths, so that there are ties; some outside of the unit cube.
    private static List<double[]> points(int dimensions, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(_ -> IntStream.range(0, dimensions)
                        .mapToDouble(_ -> random.nextInt(-1, 11) / 10.0)
                        .toArray())
                .toList();
    }

    /// By inclusion and exclusion of the boxes.
    private static double volume(List<double[]> points) {
        double volume = 0;
        for (int subset = 1; subset < 1 << points.size(); subset++) {
            double box = 1;
            for (int k = 0; k < points.getFirst().length; k++) {
                double corner = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < points.size(); i++) {
                    corner = (subset >> i & 1) == 1 ? Math.max(corner, points.get(i)[k]) : corner;
                }
                box *= Math.max(0, 1 - corner);
            }
            volume += Integer.bitCount(subset) % 2 == 1 ? box : -box;
        }
        return volume;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void isTheVolumeOfTheUnionOfBoxes(int dimensions) {
        var random = new Random(dimensions);
        for (int i = 0; i < 200; i++) {
            List<double[]> points = points(dimensions, 1 + i % 8, random);
            assertThat(Hypervolume.of(points)).isCloseTo(volume(points), within(1e-12));
        }
        assertThat(Hypervolume.of(List.of())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void gainIsWhatIsDominatedMore(int dimensions) {
        var random = new Random(dimensions);
        for (int i = 0; i < 200; i++) {
            List<double[]> points = points(dimensions, 9, random);
            var all = new ArrayList<>(points);
            double[] more = points(dimensions, 1, random).getFirst();
            all.add(more);
            double gain = Hypervolume.gain(more, points);
            assertThat(gain).isCloseTo(Hypervolume.of(all) - Hypervolume.of(points), within(1e-12));
            boolean dominated = points.stream()
                    .anyMatch(other -> IntStream.range(0, dimensions).allMatch(k -> other[k] <= more[k]));
            assertThat(dominated && gain != 0).isFalse();
        }
    }

    @Test
    void orderChangesNoBit() {
        var random = new Random(5);
        List<double[]> points = IntStream.range(0, 40)
                .mapToObj(_ -> random.doubles(3).toArray())
                .toList();
        var shuffled = new ArrayList<>(points);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, random);
            assertThat(Hypervolume.of(shuffled)).isEqualTo(Hypervolume.of(points));
        }
    }

    @Test
    void aPointAtTheReferenceAddsNothing() {
        assertThat(Hypervolume.gain(new double[] {0, 1}, List.of())).isZero();
        assertThat(Hypervolume.gain(new double[] {0.5, 0}, List.of())).isEqualTo(0.5);
        assertThat(Hypervolume.of(Arrays.asList(new double[] {0, 1}, new double[] {0.5, 0.5})))
                .isEqualTo(0.25);
    }
}
