package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.bench.ClusterSimulation.Costs;
import dev.mendel.bench.ClusterSimulation.Course;
import dev.mendel.bench.ClusterSimulation.Shape;
import dev.mendel.trial.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClusterSimulationTest {
    private static final Costs NONE = new Costs(0, 0, 0, 0);

    private final RandomGenerator random = new Seed(1).random();

    private static ClusterSimulation alike(Costs costs, double length, int folds) {
        return new ClusterSimulation(costs, List.of(length), folds);
    }

    @Test
    void aSlotEvaluatesOneFoldAfterTheOther() {
        Course course = alike(NONE, 6, 3).run(new Shape(4, 2, 10), 1, random);
        assertThat(course.seconds()).isCloseTo(60, within(1e-9));
        assertThat(course.busy()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aGenerationWaitsForTheLastFoldOfTheOneBefore() {
        // 4 trials of 3 folds on 8 slots: two rounds; then 3 generations of 2 trials, one round each
        Course course = alike(NONE, 6, 3).run(new Shape(4, 2, 10), 8, random);
        assertThat(course.seconds()).isCloseTo(2 * 2 + 3 * 2, within(1e-9));
        assertThat(course.busy()).isCloseTo(60.0 / (8 * 10), within(1e-9));
    }

    @Test
    void theLastGenerationIsNoLongerThanIsWanted() {
        assertThat(alike(NONE, 1, 1).run(new Shape(4, 4, 5), 4, random).seconds())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void costsAreAddedWhereTheyFall() {
        // the session hands out a fold each 2 s, and breeds 3 s for a child; a slot begins at 10 s
        var costs = new Costs(2, 0.5, 10, 3);
        // bred at 6, handed out at 8 and 10, so begun at 10 on both slots, done at 11.5; again 6 + 4 + 1.5 later
        assertThat(alike(costs, 1, 1).run(new Shape(2, 2, 4), 2, random).seconds())
                .isCloseTo(11.5 + 11.5, within(1e-9));
    }

    @Test
    void foldsOfATrialAreOfOneLength() {
        var simulation = new ClusterSimulation(NONE, List.of(3.0, 300.0), 3);
        for (int i = 0; i < 20; i++) {
            assertThat(simulation.run(new Shape(1, 1, 1), 3, random).seconds()).isIn(1.0, 100.0);
        }
    }

    @Test
    void numbersThatCanNotBeAreRefused() {
        assertThatThrownBy(() -> new Costs(0, -1, 0, 0)).hasMessage("-1.0 is not a number of seconds from 0");
        assertThatThrownBy(() -> new ClusterSimulation(NONE, List.of(), 3)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> alike(NONE, Double.NaN, 3)).hasMessageContaining("numbers above 0");
        assertThatThrownBy(() -> alike(NONE, 1, 0)).hasMessage("folds: 0 is not 1 or more");
    }
}
