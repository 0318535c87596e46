package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Test
    void aSeedMeansTheSameDrawForEver() {
        assertThat(Draw.distinct(8, 60_000, random(1)))
                .containsExactly(35423, 47564, 16505, 13047, 56288, 52503, 18710, 49512);
    }

    @Test
    void numbersAreDistinctAndWithinBounds() {
        int[] drawn = Draw.distinct(300, 1000, random(2));

        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(IntStream.of(drawn)).allMatch(number -> number >= 0 && number < 1000);
    }

    @Test
    void allNumbersMakeAPermutation() {
        assertThat(Draw.distinct(1000, 1000, random(3)))
                .containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
    }

    @Test
    void aShorterDrawIsTheStartOfALongerOne() {
        assertThat(Draw.distinct(100, 1000, random(4)))
                .isEqualTo(Arrays.copyOf(Draw.distinct(200, 1000, random(4)), 100));
    }

    @Test
    void eachNumberIsEquallyLikelyAtEachPlace() {
        var seen = new int[6][6];
        RandomGenerator random = random(5);
        for (int i = 0; i < 60_000; i++) {
            int[] drawn = Draw.distinct(6, 6, random);
            for (int place = 0; place < 6; place++) {
                seen[place][drawn[place]]++;
            }
        }
        // 10000 expected, standard deviation 91: six of those either way
        assertThat(Arrays.stream(seen).flatMapToInt(Arrays::stream)).allMatch(times -> Math.abs(times - 10_000) < 550);
    }

    @Test
    void drawsBeyondTheLastWholeMultipleAreRepeated() {
        long[] bits = {-1, 5 << 1};
        int[] next = {0};
        RandomGenerator scripted = () -> bits[next[0]++];

        assertThat(Draw.distinct(1, 10, scripted)).containsExactly(5);
        assertThat(next).containsExactly(2);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
