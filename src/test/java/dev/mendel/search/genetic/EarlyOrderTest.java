package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyOrderTest {
    private static final int RUNGS = 3;

    private final EarlyOrder early = new EarlyOrder(RUNGS);

    @Test
    void aRungOfWhichLittleIsKnownIsTrusted() {
        assertThat(early.earliest(RUNGS)).isZero();
        for (int i = 0; i < 4; i++) {
            early.add(List.of(-1.0 * i, -1.0 * i, -1.0 * i), i);
        }
        // six pairs, all of them the other way round
        assertThat(early.earliest(RUNGS)).isZero();
        early.add(List.of(-9.0, -9.0, -9.0), 9);
        assertThat(early.earliest(RUNGS)).isEqualTo(RUNGS - 1);
    }

    @Test
    void theEarliestRungInOrderIsFound() {
        for (int i = 0; i < 6; i++) {
            early.add(List.of(i % 2 * 1.0, 1.0 * i, 1.0 * i), 10.0 * i);
        }
        // of fifteen pairs six are in order at the first rung, six are ties, three are not: 9 of 15
        assertThat(early.earliest(RUNGS)).isEqualTo(1);
        assertThat(early.earliest(1)).isZero();
    }

    @Test
    void sevenOfTenAreEnough() {
        double[] ends = {0, 1, 2, 3, 4};
        double[] rung = {2, 1, 0, 3, 4};
        for (int i = 0; i < ends.length; i++) {
            early.add(List.of(rung[i], ends[i]), ends[i]);
        }
        assertThat(early.earliest(2)).isZero();
        var other = new EarlyOrder(2);
        double[] worse = {3, 1, 2, 0, 4};
        for (int i = 0; i < ends.length; i++) {
            other.add(List.of(worse[i], ends[i]), ends[i]);
        }
        assertThat(other.earliest(2)).isEqualTo(1);
    }

    /// Nothing can be learnt from trials that met no rungs or ended alike.
    @Test
    void trialsWithoutRungsAndEqualEndsTellNothing() {
        for (int i = 0; i < 20; i++) {
            early.add(List.of(), i);
            early.add(List.of(-1.0 * i), 5);
        }
        assertThat(early.earliest(RUNGS)).isZero();
    }

    @Test
    void theOrderInWhichTrialsAreToldDoesNotMatter() {
        var other = new EarlyOrder(RUNGS);
        for (int i = 0; i < 12; i++) {
            early.add(List.of(i * 7 % 12 * 1.0, i * 5 % 12 * 1.0, 1.0 * i), i);
            int j = 11 - i;
            other.add(List.of(j * 7 % 12 * 1.0, j * 5 % 12 * 1.0, 1.0 * j), j);
        }
        assertThat(early.earliest(RUNGS)).isEqualTo(other.earliest(RUNGS));
    }
}
