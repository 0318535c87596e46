package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchLog;
import dev.mendel.search.pareto.Fronts;
import dev.mendel.space.Configuration;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches for fronts, and within constraints.
@Timeout(60)
class FrontSearchTest {
    private static final Seed EXPERIMENT = new Seed(4);
    private static final SearchSpace SPACE = Spaces.everything();
    private static final Goal RATE = new Goal("rate", Direction.MAXIMISE, Scale.LINEAR);
    private static final Goal COST = new Goal("cost", Direction.MINIMISE, Scale.LOG);
    private static final Goals TWO = new Goals(List.of(RATE, COST), List.of());
    private static final Goals LIMITED =
            new Goals(List.of(RATE, COST), List.of(new Limit("cost", Limit.Side.AT_MOST, 20)));

    private record Run(Ending ending, SearchLog log, KnownTrials known) {
        private Outcome outcome(Trial trial) {
            return known.find(trial.configuration()).orElseThrow().outcome();
        }

        private List<Outcome> outcomes() {
            return log.asked.stream().map(this::outcome).toList();
        }
    }

    private static FakeObjective objective() {
        return FakeObjective.of(2, FrontSearchTest::evaluate);
    }

    /// A quarter fails, and an eighth has no cost.
    private static FoldResult evaluate(Trial trial, int fold) throws EvaluationException {
        int luck = trial.seed().random().nextInt(8);
        if (luck < 2) {
            throw new EvaluationException("diverged");
        }
        Configuration configuration = trial.configuration();
        double batch = configuration.real("batch");
        double share = configuration.real("dropout");
        Map<String, Double> measures = luck == 2 ? Map.of() : Map.of("cost", 1 + batch * (1 + share) + fold);
        return new FoldResult(new Score(Math.sqrt(batch) - share * share), measures, List.of(), Duration.ZERO);
    }

    private static Run search(Goals goals, Limits limits, int workers, KnownTrials known, @Nullable Checkpoint from) {
        var log = new SearchLog();
        try (var evaluator = new LocalEvaluator(objective(), known, workers, limits, log)) {
            var search = new Search(
                    SPACE,
                    new Seed(7),
                    List.of(),
                    Map.of(),
                    new Budget(10, Budget.UNLIMITED, Budget.FOREVER),
                    Direction.MAXIMISE,
                    Race.NONE,
                    from,
                    evaluator,
                    log,
                    goals);
            return new Run(new GeneticSearch(EvolutionSettings.defaults()).search(search), log, known);
        }
    }

    private static Run search(Goals goals, int workers) {
        return search(goals, Limits.NONE, workers, new KnownTrials(EXPERIMENT), null);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void sameSeedAsksTheSameForAnyNumberOfWorkers(int workers) {
        Run one = search(TWO, 1);
        Run many = search(TWO, workers);
        assertThat(one.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(many.log().asked).isEqualTo(one.log().asked).hasSize(50);
        assertThat(many.log().generations).isEqualTo(one.log().generations);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 31, 44})
    void goesOnAfterALimitAsIfItHadNeverBeenThere(int trials) {
        for (Goals goals : List.of(TWO, LIMITED)) {
            Run expected = search(goals, 1);
            Run cut = search(goals, new Limits(trials, () -> false), 2, new KnownTrials(EXPERIMENT), null);
            assertThat(cut.ending()).isEqualTo(Ending.TRIALS);
            Run resumed = search(goals, Limits.NONE, 3, cut.known(), checkpoint(cut));
            var asked = new ArrayList<>(cut.log().asked);
            asked.addAll(resumed.log().asked);
            assertThat(asked).isEqualTo(expected.log().asked);
            assertThat(resumed.log().last()).isEqualTo(expected.log().last());
        }
    }

    /// Where a search that was cut off goes on.
    private static @Nullable Checkpoint checkpoint(Run cut) {
        if (cut.log().generations.isEmpty()) {
            return null;
        }
        Generation last = cut.log().last();
        return new Checkpoint(
                last,
                cut.log().asked.stream()
                        .flatMap(trial -> cut.known().find(trial.configuration()).stream())
                        .filter(known -> known.generation() <= last.number())
                        .toList());
    }

    @Test
    void aFirstPopulationOfTenGrowsToTwenty() {
        assertThat(search(TWO, 1).log().generations.stream()
                        .map(generation -> generation.population().size()))
                .startsWith(10, 14, 18, 20, 20)
                .endsWith(20);
    }

    @Test
    void noFailedTrialIsOnTheFront() {
        Run run = search(TWO, 1);
        List<double[]> worth = worth(run, TWO);
        assertThat(run.outcomes()).hasAtLeastOneElementOfType(Outcome.Failed.class);
        assertThat(worth).anyMatch(each -> each[0] == Double.NEGATIVE_INFINITY);
        assertThat(Fronts.first(worth)).hasSizeGreaterThan(2).allMatch(place -> Double.isFinite(worth.get(place)[0]));
    }

    @Test
    void survivorsHoldTheFrontOfThePopulation() {
        List<Generation> generations = search(TWO, 1).log().generations;
        for (int i = 4; i < generations.size(); i++) {
            List<double[]> before = worth(generations.get(i - 1), TWO);
            List<double[]> after = worth(generations.get(i), TWO).subList(0, 16);
            List<double[]> front =
                    Fronts.first(before).stream().map(before::get).toList();
            if (front.size() <= 16) {
                assertThat(after).containsAll(front);
            }
        }
    }

    @Test
    void constraintsKeepTheSearchInside() {
        Goals one = new Goals(List.of(RATE), List.of(new Limit("cost", Limit.Side.AT_MOST, 20)));
        for (Goals goals : List.of(LIMITED, one)) {
            assertThat(inside(search(goals, 1), goals))
                    .isGreaterThan(inside(search(new Goals(goals.objectives(), List.of()), 1), goals));
        }
    }

    private static long inside(Run run, Goals goals) {
        return run.outcomes().stream()
                .filter(outcome -> Score.isOne(goals.worth(outcome).getFirst()))
                .count();
    }

    @Test
    void aTrialThatWasStoppedComesAfterAllThatWentFurther() {
        var small = new Outcome.Stopped(List.of(new AtRung(9, List.of(9.0, 9.0))));
        var further = new Outcome.Stopped(List.of(new AtRung(1, List.of(1.0, 1.0)), new AtRung(2, List.of(2.0, 1.0))));
        Outcome finished = new Outcome.Finished(List.of(new FoldResult(
                new Score(0.5), Map.of(TWO.objectives().get(1).name(), 50.0), List.of(), Duration.ZERO)));
        assertThat(Stream.of(small, finished, new Outcome.Failed(0, "no", Duration.ZERO), further)
                        .map(outcome -> Fitness.of(outcome, TWO))
                        .map(Fitness::rung))
                .containsExactly(0, Fitness.END, Fitness.FAILED, 1);
        assertThat(Fitness.of(small, TWO).worth()).containsExactly(9.0, 9.0);
    }

    private static List<double[]> worth(Run run, Goals goals) {
        return run.outcomes().stream()
                .map(goals::worth)
                .map(FrontSearchTest::numbers)
                .toList();
    }

    private static List<double[]> worth(Generation generation, Goals goals) {
        return generation.population().stream()
                .map(individual -> goals.worth(individual.evaluation().outcome()))
                .map(FrontSearchTest::numbers)
                .toList();
    }

    private static double[] numbers(List<Double> worth) {
        return worth.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
