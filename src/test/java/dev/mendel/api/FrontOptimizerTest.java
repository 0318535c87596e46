package dev.mendel.api;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.Stopping;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FrontOptimizerTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(real("x", -2, 2), integer("layers", 1, 9), choices("kind", "plain", "deep"));

    @TempDir
    Path folder;

    private static double error(Trial trial) {
        double bend = trial.choice("kind").equals("deep") ? 0 : 0.1;
        return trial.real("x") * trial.real("x") / trial.integer("layers") + bend;
    }

    private static double weights(Trial trial) {
        return trial.integer("layers") + Math.abs(trial.real("x"));
    }

    private static Map<String, Double> values(Trial trial) {
        return Map.of("error", error(trial), "weights", weights(trial));
    }

    private static Optimizer search() {
        return Optimizer.objectives(
                        SPACE, Goal.minimise("error"), Goal.minimise("weights").log())
                .trials(80)
                .seed(5);
    }

    @Test
    void theFrontIsWhatNoTrialBeats() {
        List<Trial> tried = Collections.synchronizedList(new ArrayList<>());
        List<Solution> front = search().front(trial -> {
            tried.add(trial);
            return values(trial);
        });
        assertThat(tried).hasSize(80);
        assertThat(front).hasSizeGreaterThan(1);
        assertThat(front).extracting(each -> each.value("error")).isSorted();
        for (Trial trial : tried) {
            boolean beaten = tried.stream().anyMatch(other -> beats(other, trial));
            assertThat(front.stream().anyMatch(each -> each.trial().equals(trial)))
                    .isEqualTo(!beaten);
        }
    }

    private static boolean beats(Trial one, Trial other) {
        return error(one) <= error(other)
                && weights(one) <= weights(other)
                && !values(one).equals(values(other));
    }

    @Test
    void workersAStoreAndInterruptionsChangeNothing() throws InterruptedException {
        List<Solution> front = search().front(FrontOptimizerTest::values);
        assertThat(search().workers(3).front(FrontOptimizerTest::values)).isEqualTo(front);
        Path store = folder.resolve("front");
        search().trials(30).store(store).front(FrontOptimizerTest::values);
        assertThat(search().workers(2).store(store).front(FrontOptimizerTest::values))
                .isEqualTo(front);
        assertThat(Run.in(store).front()).isEqualTo(front);
        try (AskTell asked = search().open()) {
            for (Optional<Trial> trial = asked.ask(); trial.isPresent(); trial = asked.ask()) {
                asked.tell(trial.get(), values(trial.get()));
            }
            assertThat(asked.front()).isEqualTo(front);
        }
    }

    @Test
    void boundsAreKept() {
        Optimizer bounded = search().limit("weights", "<= 4").limit("error", ">= 0.05");
        assertThat(bounded.front(FrontOptimizerTest::values)).isNotEmpty().allSatisfy(each -> {
            assertThat(each.value("weights")).isLessThanOrEqualTo(4);
            assertThat(each.value("error")).isGreaterThanOrEqualTo(0.05);
        });
        Optimizer alone = Optimizer.minimise(SPACE).trials(60).limit("weights", ">= 6.5");
        Path store = folder.resolve("bounded");
        for (Optimizer each : List.of(alone, alone.store(store), alone.store(store))) {
            List<Solution> best = each.front(trial -> Map.of("value", error(trial), "weights", weights(trial)));
            assertThat(best).isNotEmpty();
            assertThat(weights(best.getFirst().trial())).isGreaterThanOrEqualTo(6.5);
        }
        Optimizer named = Optimizer.objectives(SPACE, Goal.minimise("error"))
                .trials(30)
                .limit("weights", "<= 4")
                .store(folder.resolve("named"));
        assertThat(named.front(FrontOptimizerTest::values).getFirst().values()).containsOnlyKeys("error");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search().limit("weights", "4"))
                .withMessage("weights: \"4\" is no bound; allowed are bounds such as <= 5 and >= 0.9");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> search().front(_ -> Map.of("error", 1.0)))
                .isInstanceOf(NoValueException.class)
                .hasMessageContaining("the answer has no value \"weights\"");
        assertThatThrownBy(() -> search().front(_ -> Map.of("weights", 1.0)))
                .isInstanceOf(NoValueException.class)
                .hasMessageContaining("there is no value \"error\", which is the first objective; there is weights");
        assertThatThrownBy(() -> search().front(_ -> Map.of("error", 1.0, "weights", Double.NaN)))
                .isInstanceOf(NoValueException.class)
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> search().run(_ -> 1))
                .isInstanceOf(NoValueException.class)
                .hasMessageContaining("the answer has no value \"weights\"");
        assertThatIllegalStateException()
                .isThrownBy(() -> Optimizer.minimise(SPACE).front(FrontOptimizerTest::values))
                .withMessageStartingWith("front: nothing but one value is looked at");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimizer.objectives(SPACE))
                .withMessage("found 0 objectives; allowed are 1 to 4");
    }

    @Test
    void trialsThatTellOfEpochsRaceByAllObjectives() {
        Optimizer search = search().stopping(Stopping.RUNGS);
        List<Trial> ended = Collections.synchronizedList(new ArrayList<>());
        Trained trained = (trial, epochs) -> {
            double error = 0;
            for (int epoch = 1; epoch <= 9; epoch++) {
                error = error(trial) + 1.0 / epoch;
                epochs.tell(error, Map.of("weights", weights(trial)));
            }
            ended.add(trial);
            return error;
        };
        List<Solution> front = search.front(9, trained);
        assertThat(ended).hasSizeLessThan(80);
        assertThat(front).allSatisfy(each -> {
            assertThat(ended).contains(each.trial());
            assertThat(each.values()).containsEntry("weights", weights(each.trial()));
        });
        assertThat(search.workers(3).front(9, trained)).isEqualTo(front);
    }

    @Test
    void secondsAreTheTimeOfEvaluationsWhereNoneAreTold() {
        List<Solution> front = Optimizer.objectives(SPACE, Goal.minimise("error"), Goal.minimise("seconds"))
                .trials(10)
                .front(FrontOptimizerTest::values);
        assertThat(front).allSatisfy(each -> assertThat(each.value("seconds")).isPositive());
        List<Solution> told = Optimizer.objectives(SPACE, Goal.minimise("error"), Goal.minimise("seconds"))
                .trials(10)
                .front(trial -> Map.of("error", error(trial), "seconds", 7.0));
        assertThat(told).allSatisfy(each -> assertThat(each.values()).containsEntry("seconds", 7.0));
        assertThat(FoldResult.isTime("answering seconds")).isTrue();
        assertThat(FoldResult.isTime("milliseconds")).isFalse();
    }
}
