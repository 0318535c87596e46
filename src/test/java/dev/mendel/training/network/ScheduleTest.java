package dev.mendel.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Numbers from src/test/python/reference.py.
class ScheduleTest {
    private static final double HIGHEST = 0.1;

    @Test
    void aConstantRateIsTheOptimizersOwn() {
        assertThat(rates(Schedule.CONSTANT, 3)).containsExactly(HIGHEST, HIGHEST, HIGHEST);
    }

    @Test
    void cosineRatesAreThoseOfPyTorch() {
        assertThat(rates(Schedule.COSINE, 10))
                .containsExactly(
                        new double[] {
                            0.1,
                            0.09755282581475769,
                            0.09045084971874738,
                            0.07938926261462366,
                            0.06545084971874737,
                            0.05,
                            0.03454915028125263,
                            0.02061073738537635,
                            0.009549150281252633,
                            0.0024471741852423235
                        },
                        within(1e-15));
    }

    @Test
    void oneCyclesRatesAreThoseOfPyTorch() {
        assertThat(rates(Schedule.ONE_CYCLE, 10))
                .containsExactly(
                        new double[] {
                            0.0040000000000000036,
                            0.052000000000000005,
                            0.1,
                            0.09504846320134738,
                            0.0811745653949763,
                            0.06112620219362893,
                            0.03887419780637107,
                            0.0188258346050237,
                            0.004951936798652629,
                            4e-07
                        },
                        within(1e-15));
    }

    @Test
    void ratesAreAboveZeroInTheShortestTrainingsToo() {
        for (Schedule schedule : Schedule.values()) {
            for (int steps = 1; steps < 8; steps++) {
                assertThat(DoubleStream.of(rates(schedule, steps)).min().orElseThrow())
                        .as(schedule + " over " + steps)
                        .isPositive();
            }
        }
    }

    @Test
    void afterTheLastStepTheRateStays() {
        for (Schedule schedule : Schedule.values()) {
            assertThat(schedule.rate(HIGHEST, 25, 10)).isEqualTo(schedule.rate(HIGHEST, 9, 10));
        }
    }

    private static double[] rates(Schedule schedule, int steps) {
        return IntStream.range(0, steps)
                .mapToDouble(step -> schedule.rate(HIGHEST, step, steps))
                .toArray();
    }
}
