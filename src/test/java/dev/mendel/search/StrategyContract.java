package dev.mendel.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.Ordered;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.KnownTrial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every strategy promises.
@Timeout(60)
public abstract class StrategyContract {
    private static final Seed EXPERIMENT = new Seed(4);
    private static final Budget BUDGET = new Budget(8, Budget.UNLIMITED, Budget.FOREVER);

    /// 5 × 5 × 3 points where `on` is true, 5 × 5 where it is false.
    protected static final SearchSpace SPACE = SearchSpace.of(
            Ordered.of("x", numbers()),
            Ordered.of("y", numbers()),
            Categorical.of("on", new Value.Flag(true), new Value.Flag(false)),
            new Ordered("z", List.of(numbers()).subList(0, 3), onlyWhereOn(), null));

    /// The strategy, for that space, to be asked for no more than some 60 trials.
    protected abstract SearchStrategy strategy(Seed seed);

    /// The race of its trials, which have two folds and no epochs.
    protected Race race() {
        return Race.NONE;
    }

    private static Value[] numbers() {
        return new Value[] {
            new Value.Whole(1), new Value.Whole(2), new Value.Whole(3), new Value.Whole(4), new Value.Whole(5)
        };
    }

    private static Condition onlyWhereOn() {
        return new Condition(List.of(new Condition.Requirement("on", List.of(new Value.Flag(true)))));
    }

    /// A search in memory: what it asked for, and what it knows then.
    private record Run(Ending ending, SearchLog log, KnownTrials known) {}

    private Run search(long seed, Budget budget, int workers, FakeObjective objective) {
        return search(seed, budget, workers, objective, new KnownTrials(EXPERIMENT), null);
    }

    private Run search(
            long seed,
            Budget budget,
            int workers,
            FakeObjective objective,
            KnownTrials known,
            @Nullable Checkpoint from) {
        var log = new SearchLog();
        var limits = new Limits(budget.trials(), () -> false);
        try (var evaluator = new LocalEvaluator(objective, known, workers, limits, log)) {
            var search = new Search(
                    SPACE,
                    new Seed(seed),
                    List.of(),
                    Map.of(),
                    budget,
                    Direction.MAXIMISE,
                    race(),
                    from,
                    evaluator,
                    log);
            return new Run(strategy(new Seed(seed)).search(search), log, known);
        }
    }

    private static FakeObjective objective() {
        return FakeObjective.of(2, StrategyContract::evaluate);
    }

    /// A quarter fails.
    private static FoldResult evaluate(Trial trial, int fold) throws EvaluationException {
        if (trial.seed().random().nextInt(4) == 0) {
            throw new EvaluationException("diverged");
        }
        Configuration configuration = trial.configuration();
        return FoldResult.of(-Math.abs(configuration.real("x") - 3) - configuration.real("y") + fold);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void sameSeedAsksTheSameForAnyNumberOfWorkers(int workers) {
        Run one = search(7, BUDGET, 1, objective());
        Run many = search(7, BUDGET, workers, objective().taking(2));
        assertThat(many.log().asked).isEqualTo(one.log().asked).hasSizeGreaterThan(20);
        assertThat(many.log().generations).isEqualTo(one.log().generations);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 33, 60})
    void goesOnAfterAnInterruptionAsIfItHadNeverBeenThere(int calls) {
        Run expected = search(7, BUDGET, 1, objective());
        var known = new KnownTrials(EXPERIMENT);
        var begun = new AtomicInteger();
        var log = new SearchLog();
        try (var evaluator = new LocalEvaluator(
                objective(), known, 2, new Limits(1000, () -> begun.incrementAndGet() > calls), log)) {
            var search = new Search(
                    SPACE, new Seed(7), List.of(), Map.of(), BUDGET, Direction.MAXIMISE, race(), null, evaluator, log);
            assertThat(strategy(new Seed(7)).search(search)).isEqualTo(Ending.TIME);
        }
        var cut = new Run(Ending.TIME, log, known);
        Run resumed = search(7, BUDGET, 3, objective(), known, checkpoint(cut));
        var asked = new ArrayList<>(log.asked);
        asked.addAll(resumed.log().asked);
        assertThat(asked).isEqualTo(expected.log().asked);
        asked.forEach(trial -> assertThat(resumed.known().find(trial.configuration()))
                .isEqualTo(expected.known().find(trial.configuration())));
    }

    @Test
    void asksForNothingTwiceAndOnlyForWhatIsInTheSpace() {
        List<Configuration> asked = search(7, BUDGET, 2, objective()).log().configurations();
        Set<Configuration> points = new HashSet<>();
        SPACE.grid().forEach(points::add);
        assertThat(asked).doesNotHaveDuplicates().allMatch(points::contains);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 17})
    void keepsToItsBudget(long trials) {
        Run run = search(7, BUDGET.withTrials(trials), 2, objective());
        assertThat(run.ending()).isEqualTo(Ending.TRIALS);
        assertThat(run.log().asked).hasSize((int) trials);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 17})
    void goesOnAfterALimitAsIfItHadNeverBeenThere(long trials) {
        Run expected = search(7, BUDGET, 1, objective());
        Run cut = search(7, BUDGET.withTrials(trials), 2, objective());
        Run resumed = search(7, BUDGET, 3, objective(), cut.known(), checkpoint(cut));
        var asked = new ArrayList<>(cut.log().asked);
        asked.addAll(resumed.log().asked);
        if (race().isOn()) {
            // a race that a limit cuts is decided among those that are in it
            assertThat(asked.stream().map(Trial::configuration))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(20);
        } else {
            assertThat(asked).isEqualTo(expected.log().asked);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsWhenNothingBetterIsFound(int workers) {
        Budget budget = BUDGET.withStagnation(5);
        Run run = search(7, budget, workers, objective().taking(2));
        assertThat(run.ending()).isEqualTo(Ending.STAGNATION);
        List<Trial> asked = run.log().asked;
        assertThat(asked)
                .hasSizeLessThan(search(7, BUDGET, 1, objective()).log().asked.size());
        assertThat(asked).isEqualTo(search(7, budget, 1, objective()).log().asked);
        assertThat(sinceBest(run)).isGreaterThanOrEqualTo(5);
        Run again = search(7, budget, workers, objective(), run.known(), checkpoint(run));
        assertThat(again.ending()).isEqualTo(Ending.STAGNATION);
        assertThat(again.log().asked).isEmpty();
    }

    private static int sinceBest(Run run) {
        double[] scores = scores(run);
        double best = Arrays.stream(scores).max().orElseThrow();
        int first = 0;
        while (scores[first] < best) {
            first++;
        }
        return scores.length - 1 - first;
    }

    /// The scores in the order of trials; those that failed are below all others.
    private static double[] scores(Run run) {
        return run.log().asked.stream()
                .map(trial -> run.known().find(trial.configuration()).orElseThrow())
                .mapToDouble(known -> known.outcome().score().map(Score::value).orElse(Double.NEGATIVE_INFINITY))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsAtItsTarget(int workers) {
        double found = Arrays.stream(scores(search(7, BUDGET, 1, objective())))
                .limit(20)
                .max()
                .orElseThrow();
        Budget budget = BUDGET.withTarget(found);
        Run run = search(7, budget, workers, objective().taking(2));
        assertThat(run.ending()).isEqualTo(Ending.TARGET);
        assertThat(Arrays.stream(scores(run)).max().orElseThrow()).isGreaterThanOrEqualTo(found);
        assertThat(run.log().asked)
                .isEqualTo(search(7, budget, 1, objective()).log().asked)
                .hasSizeLessThanOrEqualTo(36);
        Run again = search(7, budget, workers, objective(), run.known(), checkpoint(run));
        assertThat(again.ending()).isEqualTo(Ending.TARGET);
        assertThat(again.log().asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsWhenTheFirstTrialsFailAlike(int workers) {
        FakeObjective failing = FakeObjective.of(1, (trial, _) -> {
            throw new EvaluationException("process " + trial.id().number() + " has ended");
        });
        Budget budget = BUDGET.withFailures(1000);
        Run run = search(7, budget, workers, failing.taking(2));
        assertThat(run.ending()).isEqualTo(Ending.FAILING);
        assertThat(run.log().asked)
                .isEqualTo(search(7, budget, 1, failing).log().asked)
                .hasSizeLessThanOrEqualTo(race().isOn() ? Race.TOGETHER : Standing.TOGETHER);
        Run again = search(7, budget, workers, failing, run.known(), checkpoint(run));
        assertThat(again.ending()).isEqualTo(Ending.FAILING);
        assertThat(again.log().asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsAfterTooManyFailuresInARow(int workers) {
        FakeObjective breaking = FakeObjective.of(1, (trial, _) -> {
            if (trial.id().number() > 12) {
                throw new EvaluationException("the disk is full, says " + letter(trial));
            }
            return FoldResult.of(trial.configuration().real("x"));
        });
        Budget budget = BUDGET.withFailures(6);
        Run run = search(7, budget, workers, breaking.taking(2));
        assertThat(run.ending()).isEqualTo(Ending.FAILING);
        assertThat(run.log().asked)
                .isEqualTo(search(7, budget, 1, breaking).log().asked)
                .hasSizeGreaterThanOrEqualTo(18)
                .hasSizeLessThan(40);
        assertThat(search(7, BUDGET, 1, breaking).ending()).isEqualTo(Ending.COMPLETE);
    }

    private static char letter(Trial trial) {
        return (char) ('a' + trial.id().number() % 26);
    }

    @Test
    void failuresDoNotEndTheSearch() {
        Run run = search(7, BUDGET, 2, FakeObjective.of(1, (_, _) -> {
            throw new EvaluationException("always");
        }));
        assertThat(run.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(run.log().failed()).isGreaterThan(20);
    }

    @Test
    void stopsWhenToldTo() {
        var self = new AtomicReference<LocalEvaluator>();
        var log = new SearchLog();
        FakeObjective stopping = FakeObjective.of(1, (_, _) -> {
            self.get().stop();
            return FoldResult.of(1);
        });
        try (var evaluator = new LocalEvaluator(stopping, new KnownTrials(EXPERIMENT), 1, Limits.NONE, log)) {
            self.set(evaluator);
            var search = new Search(SPACE, new Seed(7), List.of(), BUDGET, Direction.MAXIMISE, null, evaluator, log);
            assertThat(strategy(new Seed(7)).search(search)).isEqualTo(Ending.STOPPED);
        }
    }

    @Test
    void trialsThatAnotherRunHasFinishedChangeNothing() {
        Run expected = search(7, BUDGET, 1, objective());
        var known = new KnownTrials(EXPERIMENT);
        known.consult(configuration -> expected.known()
                .find(configuration)
                .map(done -> new KnownTrial("other", runs(done.trial(), done.outcome()), done.outcome())));
        FakeObjective untouched = objective();
        Run taking = search(7, BUDGET, 2, untouched, known, null);
        assertThat(untouched.calls()).isEmpty();
        assertThat(taking.log().asked).isEqualTo(expected.log().asked);
        assertThat(taking.log().generations).isEqualTo(expected.log().generations);
        assertThat(taking.log().failed()).isEqualTo(expected.log().failed()).isPositive();
    }

    private static List<FoldRun> runs(Trial trial, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished(List<FoldResult> folds, List<AtRung> _) ->
                folds.stream()
                        .map(fold -> new FoldRun(trial, folds.indexOf(fold), fold, 1, Instant.EPOCH))
                        .toList();
            case Outcome.Failed _, Outcome.Stopped _ -> List.of();
        };
    }

    /// Where a search that was cut off goes on.
    private static @Nullable Checkpoint checkpoint(Run cut) {
        Optional<Generation> last = cut.log().generations.stream().reduce((_, later) -> later);
        return last.map(generation -> new Checkpoint(
                        generation,
                        cut.log().asked.stream()
                                .map(Trial::configuration)
                                .flatMap(configuration -> cut.known().find(configuration).stream())
                                .filter(known -> known.generation() <= generation.number())
                                .toList()))
                .orElse(null);
    }
}
