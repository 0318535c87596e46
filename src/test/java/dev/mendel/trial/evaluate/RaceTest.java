package dev.mendel.trial.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FakeSteps;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Rungs;
import dev.mendel.trial.Seed;
import dev.mendel.trial.TrialLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RaceTest {
    private static final SearchSpace CUBE = Spaces.cube();
    private static final Seed EXPERIMENT = new Seed(17);
    private static final int FOLDS = 2;
    private static final Heat THIRDS =
            new Heat(List.of(new Rung(FOLDS, 1, 1 / 9.0), new Rung(FOLDS, 3, 3 / 9.0), Rung.END), 0, 1 / 3.0);
    private static final Heat BY_FOLDS =
            new Heat(List.of(new Rung(1, Attempt.ALL, 1 / 3.0), new Rung(2, Attempt.ALL, 2 / 3.0), Rung.END), 0, 0.5);

    private final KnownTrials known = new KnownTrials(EXPERIMENT);
    private final TrialLog log = new TrialLog();

    /// The larger x, the better in the end; in the first epoch the smaller, where it is misleading.
    private static FakeSteps steps(boolean misleading) {
        return new FakeSteps(FOLDS, 9, (trial, epochs) -> {
            double x = trial.configuration().real("x");
            return misleading && epochs == 1 ? -x : x + 0.01 * epochs;
        });
    }

    private static List<Configuration> nine() {
        return LongStream.range(0, 9)
                .mapToObj(x -> CUBE.canonical(Spaces.wholes(x % 5, x / 5, 0)))
                .toList();
    }

    private List<Outcome> raced(Objective objective, int workers, Heat heat, Limits limits) {
        try (var evaluator = new LocalEvaluator(objective, known, workers, limits, log)) {
            return evaluator.evaluate(0, nine(), heat).stream()
                    .map(Evaluation::outcome)
                    .toList();
        }
    }

    private List<Outcome> raced(Objective objective, int workers, Heat heat) {
        return raced(objective, workers, heat, Limits.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void aThirdGoesOnAtEachRungForAnyNumberOfWorkers(int workers) {
        FakeSteps objective = steps(false);
        List<Outcome> outcomes = raced(objective, workers, THIRDS);
        assertThat(outcomes.stream().filter(Outcome.Finished.class::isInstance)).hasSize(1);
        // the best of x is 4, in the places 4; then 3 in 3 and 8
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Finished.class);
        assertThat(outcomes.get(4).rungs()).containsExactly(4.01, 4.03);
        assertThat(outcomes.get(3)).isEqualTo(new Outcome.Stopped(Rungs.of(3.01, 3.03)));
        assertThat(outcomes.get(8)).isEqualTo(new Outcome.Stopped(Rungs.of(3.01, 3.03)));
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Stopped(Rungs.of(0.01)));
        // an epoch is paid for once
        assertThat(objective.epochsTrained()).isEqualTo(FOLDS * (9 + 3 * 2 + 6));
        assertThat(objective.open()).isZero();
    }

    @Test
    void nothingIsStoppedBeforeTheFirstRungOfTheHeat() {
        Heat later = new Heat(THIRDS.rungs(), 1, 1 / 3.0);
        List<Outcome> outcomes = raced(steps(true), 2, later);
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Finished.class);
        assertThat(outcomes.stream().filter(Outcome.Finished.class::isInstance)).hasSize(3);
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Stopped(Rungs.of(0.0, 0.03)));
    }

    @Test
    void foldsAreRacedWhereThereAreNoEpochs() {
        FakeObjective objective = FakeObjective.of(
                3, (configuration, fold) -> dev.mendel.trial.FoldResult.of(configuration.real("x") + fold));
        List<Outcome> outcomes = raced(objective, 2, BY_FOLDS);
        assertThat(outcomes.get(4).rungs()).containsExactly(4.0, 4.5);
        assertThat(((Outcome.Finished) outcomes.get(4)).folds()).hasSize(3);
        assertThat(outcomes.stream().filter(Outcome.Finished.class::isInstance)).hasSize(3);
        assertThat(objective.calls()).hasSize(9 + 5 + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 17, 18, 20, 24, 25})
    void aRaceThatWasCutShortComesToTheSame(int tasks) {
        List<Outcome> whole = new RaceTest().raced(steps(true), 2, THIRDS);
        var begun = new AtomicInteger();
        assertThatThrownBy(() -> raced(
                        steps(true), 2, THIRDS, new Limits(Long.MAX_VALUE, () -> begun.incrementAndGet() > tasks)))
                .isInstanceOf(SearchEndedException.class);
        FakeSteps again = steps(true);
        assertThat(raced(again, 1, THIRDS)).isEqualTo(whole);
        assertThat(again.open()).isZero();
        // whoever asks for the same again is told what is known
        FakeSteps untouched = steps(true);
        assertThat(raced(untouched, 2, THIRDS)).isEqualTo(whole);
        assertThat(untouched.epochsTrained()).isZero();
    }

    @Test
    void whoFailsIsOutAndKeepsItsRungs() {
        Map<Integer, Integer> steps = new HashMap<>();
        var failing = new FakeSteps(1, 9, (trial, epochs) -> {
            if (trial.configuration().real("x") == 4 && epochs > 1) {
                throw new IllegalStateException("too good");
            }
            steps.merge(epochs, 1, Integer::sum);
            return trial.configuration().real("x");
        });
        List<Outcome> outcomes = raced(failing, 1, THIRDS);
        assertThat(outcomes.get(4))
                .isEqualTo(new Outcome.Failed(0, "IllegalStateException: too good", Duration.ZERO, Rungs.of(4.0)));
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Finished.class);
        assertThat(steps).containsEntry(1, 8 + 1).containsEntry(3, 2).containsEntry(9, 1);
        assertThat(failing.open()).isZero();
        assertThat(raced(steps(false), 1, THIRDS)).isEqualTo(outcomes);
    }

    @Test
    void whatWasKnownBeforeTakesNoPart() {
        raced(steps(false), 1, THIRDS);
        try (var evaluator = new LocalEvaluator(steps(false), known, 1, Limits.NONE, log)) {
            Configuration other = CUBE.canonical(Spaces.wholes(0, 4, 4));
            List<Evaluation> evaluations = evaluator.evaluate(1, List.of(nine().get(4), other), THIRDS);
            assertThat(evaluations.get(1).outcome()).isInstanceOf(Outcome.Finished.class);
        }
    }

    @Test
    void equalsGoOnInTheirOrder() {
        assertThat(THIRDS.goingOn(0, List.of(List.of(1.0), List.of(2.0), List.of(2.0), List.of(2.0))))
                .containsExactly(1, 2);
        assertThat(THIRDS.goingOn(0, List.of(List.of(Double.NEGATIVE_INFINITY), List.of(2.0), List.of())))
                .containsExactly(1);
        assertThat(THIRDS.goingOn(0, List.of())).isEmpty();
    }

    @Test
    void ofSeveralObjectivesNoneAloneStopsATrial() {
        List<List<Double>> worth = List.of(
                List.of(9.0, 1.0), // the best in the first
                List.of(5.0, 5.0), // the best in neither, and none is better in both
                List.of(4.0, 4.0), // worse than the one before in both
                List.of(8.0, 0.0), // the second in the first objective
                List.of(1.0, 9.0),
                List.of(0.0, 8.0));
        assertThat(THIRDS.goingOn(0, worth)).containsExactly(0, 1, 3, 4, 5);
        assertThat(THIRDS.goingOn(0, List.of(List.of(1.0, 1.0), List.of(1.0, 1.0), List.of(1.0, 1.0))))
                .as("equals are all on the front")
                .containsExactly(0, 1, 2);
    }
}
