package dev.mendel.bench.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTest {
    @ParameterizedTest
    @EnumSource(Family.class)
    void nothingIsBelowTheLeast(Family family) {
        for (long seed = 1; seed <= 20; seed++) {
            RandomGenerator random = new Seed(seed).random();
            Landscape landscape = family.draw(random);
            for (int i = 0; i < 200; i++) {
                assertThat(value(landscape, random)).isFinite().isGreaterThanOrEqualTo(landscape.least());
            }
            assertThat(landscape.typical(random)).isGreaterThan(landscape.least());
        }
    }

    /// From the best of many random places small steps lead to the least value.
    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"VALLEY", "TWO_BASINS", "ELLIPSOID", "STEPS"})
    void theLeastCanBeReached(Family family) {
        RandomGenerator random = new Seed(3).random();
        Landscape landscape = family.draw(random);
        Configuration best = landscape.space().canonical(landscape.space().sample(random));
        for (int i = 0; i < 200_000; i++) {
            Configuration next = i < 20_000
                    ? landscape.space().canonical(landscape.space().sample(random))
                    : Steps.from(best, landscape.space(), random);
            if (landscape.value().applyAsDouble(next) <= landscape.value().applyAsDouble(best)) {
                best = next;
            }
        }
        assertThat(landscape.value().applyAsDouble(best) - landscape.least()).isBetween(0.0, 0.01);
    }

    /// What one machine draws another draws too.
    @ParameterizedTest
    @CsvSource({
        "VALLEY, 11.820584742760404",
        "TWO_BASINS, 0.2656799853473508",
        "ELLIPSOID, 118.58587552641733",
        "STEPS, 72.60168200244905",
        "NEEDLE, 1.747757243619573",
        "MIXED, 1.649982529827542"
    })
    void areTheSameOnEveryMachine(Family family, double value) {
        RandomGenerator random = new Seed(1).random();
        assertThat(value(family.draw(random), random)).isEqualTo(value);
    }

    private static double value(Landscape landscape, RandomGenerator random) {
        return landscape
                .value()
                .applyAsDouble(landscape.space().canonical(landscape.space().sample(random)));
    }
}
