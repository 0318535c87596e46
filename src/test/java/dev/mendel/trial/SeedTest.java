package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void derivesTheSameOnEveryMachine() {
        assertThat(new Seed(1).derive("generation", 0)).isEqualTo(new Seed(2172308731044724640L));
        assertThat(new Seed(-7).derive("trial", "{\"x\":1}")).isEqualTo(new Seed(-761934836457104232L));
        assertThat(new Seed(42).derive()).isEqualTo(new Seed(-6432526491365186678L));
        assertThat(new Seed(0).derive("é", "日")).isEqualTo(new Seed(-4775076238104285859L));
        assertThat(new Seed(1).derive("fold", 2, "initialisation")).isEqualTo(new Seed(-3252381372781732135L));
    }

    @Test
    void drawsTheSameOnEveryMachine() {
        RandomGenerator random = new Seed(1).random();
        assertThat(random.nextLong()).isEqualTo(-1758847578096520770L);
        assertThat(random.nextLong()).isEqualTo(1745774318671705207L);
        assertThat(random.nextDouble()).isEqualTo(0.04492276771195902);
        assertThat(random.nextGaussian()).isEqualTo(0.8250401943556723);
        assertThat(random.nextInt(1000)).isEqualTo(415);
    }

    @Test
    void startsAnewWithEachGenerator() {
        var seed = new Seed(5);
        assertThat(seed.random().nextLong()).isEqualTo(seed.random().nextLong());
    }

    @Test
    void tellsNamesApart() {
        var derived = new HashSet<Seed>();
        for (int fold = 0; fold < 100; fold++) {
            derived.add(new Seed(1).derive("fold", fold));
            derived.add(new Seed(1).derive("pair", fold));
            derived.add(new Seed(2).derive("fold", fold));
            derived.add(new Seed(1).derive(fold, "fold"));
        }
        assertThat(derived).hasSize(400);
    }

    @Test
    void tellsWhereOneNameEndsAndTheNextBegins() {
        var seed = new Seed(1);
        assertThat(seed.derive("a", "b"))
                .isNotEqualTo(seed.derive("ab"))
                .isNotEqualTo(seed.derive("a", "", "b"))
                .isNotEqualTo(seed.derive("a").derive("b"));
    }

    @Test
    void tellsNamesApartByTheirTexts() {
        assertThat(new Seed(1).derive(1)).isEqualTo(new Seed(1).derive("1"));
    }
}
