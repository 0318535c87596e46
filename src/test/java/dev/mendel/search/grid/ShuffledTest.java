package dev.mendel.search.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.Ordered;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffledTest {
    private static List<Configuration> all(Iterable<Configuration> configurations) {
        var all = new ArrayList<Configuration>();
        configurations.forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 760, 3600, 65537})
    void eachNumberComesOnce(long size) {
        var permutation = new Permutation(size, new Seed(5));
        assertThat(LongStream.range(0, size).map(permutation::at).sorted().toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
    }

    @Test
    void firstPlacesAreSpreadOverAll() {
        var sums = new double[2];
        for (int seed = 0; seed < 200; seed++) {
            var permutation = new Permutation(1000, new Seed(seed));
            sums[0] += permutation.at(0);
            sums[1] += permutation.at(1);
        }
        assertThat(sums[0] / 200).isBetween(430.0, 570.0);
        assertThat(sums[1] / 200).isBetween(430.0, 570.0);
    }

    @Test
    void theNumberOfAPlaceIsFoundWithoutAWalk() {
        SearchSpace space =
                SearchSpace.of(Ordered.of("a", values(4)), Ordered.of("b", values(3)), Ordered.of("c", values(5)));
        List<Configuration> walked = all(space.grid());
        var places = space.gridPlaces();
        assertThat(IntStream.range(0, walked.size()).mapToObj(places::apply).toList())
                .isEqualTo(walked);
    }

    @Test
    void aShuffledGridIsTheGridInAnotherOrder() {
        SearchSpace space = Spaces.cube();
        long size = space.gridSize().longValueExact();
        List<Configuration> one = all(new Shuffled(size, space.gridPlaces(), new Seed(1)));
        List<Configuration> two = all(new Shuffled(size, space.gridPlaces(), new Seed(2)));
        assertThat(one).containsExactlyInAnyOrderElementsOf(all(space.grid())).isNotEqualTo(all(space.grid()));
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void aGridOfBillionsBeginsAtOnce() {
        SearchSpace space = SearchSpace.of(IntStream.range(0, 12)
                .mapToObj(i -> Ordered.of("h" + i, values(10)))
                .toArray(Ordered[]::new));
        Iterator<Configuration> shuffled =
                new Shuffled(space.gridSize().longValueExact(), space.gridPlaces(), new Seed(1)).iterator();
        assertThat(List.of(shuffled.next(), shuffled.next(), shuffled.next())).doesNotHaveDuplicates();
    }

    @Test
    void moreThanCanBeNumberedIsRefused() {
        assertThatThrownBy(() -> new Shuffled((1L << 62) + 1, _ -> null, new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found: 4611686018427387905");
    }

    private static Value[] values(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Value.Whole::new).toArray(Value[]::new);
    }
}
