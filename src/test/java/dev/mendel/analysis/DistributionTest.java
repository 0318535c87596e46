package dev.mendel.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.analysis.Distribution.Point;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void eachNumberHasTheShareOfThoseThatAreNotLarger() {
        Distribution distribution = Distribution.of(3, -1, 3, 7);
        assertThat(distribution.count()).isEqualTo(4);
        assertThat(distribution.points()).containsExactly(new Point(-1, 0.25), new Point(3, 0.75), new Point(7, 1));
    }

    @Test
    void manyNumbersAreThinnedButForTheEnds() {
        Distribution distribution =
                Distribution.of(IntStream.range(0, 20_000).asDoubleStream().toArray());
        assertThat(distribution.count()).isEqualTo(20_000);
        assertThat(distribution.points()).hasSize(400);
        assertThat(distribution.points().getFirst()).isEqualTo(new Point(0, 1 / 20_000.0));
        assertThat(distribution.points().getLast()).isEqualTo(new Point(19_999, 1));
        assertThat(distribution.points()).isSortedAccordingTo((a, b) -> Double.compare(a.share(), b.share()));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(Distribution.of().points()).isEmpty();
    }
}
