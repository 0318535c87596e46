package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Condition.Requirement;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.training.Examples;
import dev.mendel.training.product.SgemmProducts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrainingBenchmarkTest {
    @Test
    @Tag("training")
    void aRoundMeasuresEveryWay() throws Exception {
        List<TrainingBenchmark.Round> rounds = new TrainingBenchmark(Examples.data()).rounds(1, 1);
        TrainingBenchmark.Round round = rounds.getFirst();
        assertThat(rounds).hasSize(1);
        assertThat(round.peak()).isPositive();
        assertThat(round.timesTheFloor()).isPositive();
        assertThat(round.ofPytorch()).isPositive();
        assertThat(round.twoWorkers()).isPositive();
        assertThat(round.ofSgemm()).matches(ratio -> ratio > 0 || !SgemmProducts.available());
        switch (round.python()) {
            case EagerPython.Measured(String version, Timing together, Timing apart) -> {
                assertThat(version).isNotBlank();
                assertThat(together.processor()).isPositive();
                assertThat(apart.wall()).isPositive();
            }
            case EagerPython.Missing(String reason) -> assertThat(reason).startsWith("python3 ");
        }
    }

    @Test
    void gridsAreProjectedAtTheMeanTimeOfTheModels() {
        Value on = new Value.Flag(true);
        Value off = new Value.Flag(false);
        var weight = new Categorical(
                "lambda",
                List.of(new Value.Whole(1), new Value.Whole(2)),
                List.of(),
                new Condition(List.of(new Requirement("auxiliary", List.of(on)))),
                null);
        SearchSpace space = SearchSpace.of(Categorical.of("auxiliary", on, off), weight);
        var models = List.of(
                new TrainingBenchmark.ModelTime("one", 0.9, Duration.ofSeconds(10), 2),
                new TrainingBenchmark.ModelTime("other", 0.8, Duration.ofSeconds(20), 2));
        assertThat(TrainingBenchmark.projections(space, models))
                .containsEntry("every point", new TrainingBenchmark.Projection("4", Duration.ofSeconds(60)))
                .containsEntry(
                        "each configuration once", new TrainingBenchmark.Projection("3", Duration.ofSeconds(45)));
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetweenTheTwo() {
        var timing = new Timing(1, 1);
        var missing = new EagerPython.Missing("python3 is not asked");
        var rounds = List.of(
                new TrainingBenchmark.Round(1, timing, timing, timing, timing, 2, missing),
                new TrainingBenchmark.Round(3, timing, timing, timing, timing, 2, missing));
        assertThat(TrainingBenchmark.median(rounds, TrainingBenchmark.Round::peak))
                .isEqualTo(2);
    }
}
