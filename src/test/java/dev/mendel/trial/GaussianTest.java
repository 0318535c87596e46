package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GaussianTest {
    @Test
    void hasTheMomentsOfANormalDistribution() {
        RandomGenerator random = new Seed(1).random();
        int count = 200_000;
        var moments = new double[4];
        for (int i = 0; i < count; i++) {
            double power = 1;
            double drawn = Gaussian.next(random);
            for (int moment = 0; moment < moments.length; moment++) {
                power *= drawn;
                moments[moment] += power / count;
            }
        }
        assertThat(moments).containsExactly(new double[] {0, 1, 0, 3}, within(0.05));
    }

    /// Golden: every machine draws these.
    @Test
    void isTheSameOnEveryMachine() {
        RandomGenerator random = new Seed(1).random();
        assertThat(new double[] {Gaussian.next(random), Gaussian.next(random), Gaussian.next(random)})
                .containsExactly(-0.35229325065106537, 1.0757079375917797, 1.0416353978159234);
    }
}
