package dev.mendel.search.genetic;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.realLog;
import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.Individual;
import dev.mendel.search.Search;
import dev.mendel.search.SearchLog;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FakeObjective.Answer;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GeneticSearchTest {
    private static final SearchSpace CUBE = Spaces.cube();
    private static final Seed EXPERIMENT = new Seed(4);
    private static final EvolutionSettings DEFAULTS = EvolutionSettings.defaults();

    /// As the Mentha report sets it: all of the population mates, nobody mutates, what is known is not
    /// rejected.
    private static final EvolutionSettings MENTHA = new EvolutionSettings(
            10, 4, 0, 1, 1, 0, 0.2, 0, Duplicates.KEEP, new Diversity(0.75, Scaling.ABSOLUTE), Screening.NONE);

    /// Best at (3, 7, 1); each step away in any direction costs.
    private static double worth(Configuration configuration) {
        double x = configuration.real("x") - 3;
        double y = configuration.real("y") - 7;
        double z = configuration.real("z") - 1;
        return -(x * x + y * y + z * z) / 100;
    }

    private static FakeObjective cube() {
        return FakeObjective.worth(2, GeneticSearchTest::worth);
    }

    /// A search in memory, and what is known after it.
    private record Run(Ending ending, SearchLog log, KnownTrials known) {}

    private static Run run(
            SearchSpace space,
            EvolutionSettings settings,
            Objective objective,
            long seed,
            Budget budget,
            int workers,
            List<Map<String, Value>> initial,
            KnownTrials known,
            @Nullable Checkpoint from) {
        var log = new SearchLog();
        var limits = new Limits(budget.trials(), () -> false);
        try (var evaluator = new LocalEvaluator(objective, known, workers, limits, log)) {
            var search = new Search(space, new Seed(seed), initial, budget, Direction.MAXIMISE, from, evaluator, log);
            return new Run(new GeneticSearch(settings).search(search), log, known);
        }
    }

    private static Run run(EvolutionSettings settings, Objective objective, long seed, int generations, int workers) {
        return run(
                CUBE,
                settings,
                objective,
                seed,
                Budget.NONE.withGenerations(generations),
                workers,
                List.of(),
                new KnownTrials(EXPERIMENT),
                null);
    }

    private static Run run(EvolutionSettings settings, Objective objective, long seed) {
        return run(settings, objective, seed, 12, 1);
    }

    private static double best(Generation generation) {
        return generation.population().stream()
                .flatMap(individual -> individual.evaluation().outcome().score().stream())
                .mapToDouble(Score::value)
                .max()
                .orElse(Double.NaN);
    }

    @Nested
    class TheSameSeed {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 4})
        void asksTheSameInTheSameOrderForAnyNumberOfWorkers(int workers) {
            Run expected = run(DEFAULTS, cube(), 7, 12, 1);
            Run slow = run(DEFAULTS, cube().taking(2), 7, 12, workers);
            assertThat(slow.log().asked).isEqualTo(expected.log().asked);
            assertThat(slow.log().generations).isEqualTo(expected.log().generations);
            assertThat(slow.log().summaries).isEqualTo(expected.log().summaries);
        }

        @Test
        void asksTheSameWithFailuresToo() {
            Run one = run(DEFAULTS, FakeObjective.of(3, failing(0.3)), 7, 12, 1);
            Run four = run(DEFAULTS, FakeObjective.of(3, failing(0.3)).taking(2), 7, 12, 4);
            assertThat(four.log().generations).isEqualTo(one.log().generations);
        }
    }

    @Test
    void anotherSeedAsksOtherConfigurations() {
        assertThat(run(DEFAULTS, cube(), 7).log().configurations())
                .isNotEqualTo(run(DEFAULTS, cube(), 8).log().configurations());
    }

    @Test
    void theExperimentsSeedDoesNotChangeWhatIsAskedFirst() {
        Run other = run(
                CUBE,
                DEFAULTS,
                cube(),
                7,
                Budget.NONE.withGenerations(0),
                1,
                List.of(),
                new KnownTrials(new Seed(5)),
                null);
        assertThat(other.log().configurations())
                .isEqualTo(run(DEFAULTS, cube(), 7, 0, 1).log().configurations());
    }

    /// Where nothing new is left, or the end comes while nothing is evaluated.
    @Nested
    class Ends {
        private static final SearchSpace FOUR = SearchSpace.of(choices("a", 1, 2), choices("b", 1, 2));

        /// Few numbers, which are not counted.
        private static final SearchSpace NARROW = SearchSpace.of(realLog("a", 1, Math.nextUp(1.0)));

        private Run endless(SearchSpace space, EvolutionSettings settings, Budget budget) {
            FakeObjective objective = FakeObjective.worth(1, _ -> 1);
            return run(space, settings, objective, 1, budget, 2, List.of(), new KnownTrials(EXPERIMENT), null);
        }

        @Test
        void whenTheSpaceIsUsedUp() {
            Run run = endless(FOUR, DEFAULTS, Budget.NONE.withTrials(40));
            assertThat(run.ending()).isEqualTo(Ending.EXHAUSTED);
            assertThat(run.log().asked).hasSize(4);
            assertThat(run.log().generations).hasSizeLessThan(5);
        }

        @Test
        void whenNothingNewComesWhereTheSpaceCannotBeCounted() {
            assertThat(NARROW.size()).isEmpty();
            assertThat(endless(NARROW, DEFAULTS, Budget.NONE.withTrials(40)).ending())
                    .isEqualTo(Ending.EXHAUSTED);
            Run still = endless(CUBE, MENTHA, Budget.NONE.withTrials(5000));
            assertThat(still.ending()).isEqualTo(Ending.EXHAUSTED);
            assertThat(still.log().generations).hasSizeGreaterThan(50);
        }

        @Test
        void atOnceWhenItsTimeIsUpThoughNothingIsEvaluated() {
            var log = new SearchLog();
            var known = new KnownTrials(EXPERIMENT);
            var limits = new Limits(Budget.UNLIMITED, () -> log.generations.size() == 3);
            FakeObjective objective = FakeObjective.worth(1, _ -> 1);
            try (var evaluator = new LocalEvaluator(objective, known, 1, limits, log)) {
                var search =
                        new Search(CUBE, new Seed(1), List.of(), Budget.NONE, Direction.MAXIMISE, null, evaluator, log);
                assertThat(new GeneticSearch(MENTHA).search(search)).isEqualTo(Ending.TIME);
                assertThat(log.generations).hasSize(3);
            }
        }

        @Test
        void whenItsThreadIsInterruptedThoughNothingIsEvaluated() {
            var log = new SearchLog() {
                @Override
                public void generationFinished(Generation generation, GenerationSummary summary) {
                    super.generationFinished(generation, summary);
                    Thread.currentThread().interrupt();
                }
            };
            try (var evaluator = new LocalEvaluator(
                    FakeObjective.worth(1, _ -> 1), new KnownTrials(EXPERIMENT), 1, Limits.NONE, log)) {
                var search =
                        new Search(CUBE, new Seed(1), List.of(), Budget.NONE, Direction.MAXIMISE, null, evaluator, log);
                assertThat(new GeneticSearch(DEFAULTS).search(search)).isEqualTo(Ending.STOPPED);
                assertThat(log.generations).hasSize(1);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Nested
    class Generations {
        private final Run run = run(DEFAULTS, cube(), 3);

        @Test
        void areNumberedFromTheFirstPopulationToTheLimit() {
            assertThat(run.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(run.log().generations)
                    .extracting(Generation::number)
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }

        @Test
        void haveAllTheSameSize() {
            assertThat(run.log().generations)
                    .allSatisfy(
                            generation -> assertThat(generation.population()).hasSize(DEFAULTS.population()));
        }

        @Test
        void haveThoseThatLivedOnFirstAndThenTheNewborn() {
            for (int i = 1; i < run.log().generations.size(); i++) {
                List<Individual> before = run.log().generations.get(i - 1).population();
                Generation generation = run.log().generations.get(i);
                List<Individual> old = generation.population().subList(0, 6);
                List<Individual> newborn = generation.population().subList(6, 10);
                assertThat(before).containsAll(old);
                assertThat(newborn).extracting(Individual::born).containsOnly(i);
                assertThat(newborn)
                        .extracting(individual -> individual.evaluation().generation())
                        .containsOnly(i);
            }
        }

        @Test
        void areMadeOfGenotypesThatMeanWhatWasEvaluated() {
            assertThat(run.log().generations)
                    .flatExtracting(Generation::population)
                    .allSatisfy(individual -> assertThat(CUBE.canonical(individual.genotype()))
                            .isEqualTo(individual.evaluation().trial().configuration()));
        }

        @Test
        void trainAsManyAsAreBornWhereDuplicatesAreRejected() {
            assertThat(run.log().summaries)
                    .extracting(GenerationSummary::trained)
                    .containsExactly(10, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
            assertThat(run.log().asked).hasSize(10 + 12 * 4);
            assertThat(run.log().configurations()).doesNotHaveDuplicates();
        }

        @Test
        void areNoneButTheFirstPopulationWhereNoneIsAllowed() {
            assertThat(run(DEFAULTS, cube(), 3, 0, 1).log().generations)
                    .containsExactly(run.log().generations.getFirst());
        }
    }

    @Nested
    class TheBest {
        @Test
        void neverGetsWorseWhileThereIsAnElite() {
            var heavy = new EvolutionSettings(
                    8, 6, 1, 1, 1, 1, 0.2, 0.5, Duplicates.KEEP, new Diversity(1000, Scaling.ABSOLUTE), Screening.NONE);
            for (long seed = 0; seed < 20; seed++) {
                assertThat(run(heavy, cube(), seed).log().summaries)
                        .extracting(GenerationSummary::best)
                        .isSorted();
            }
        }

        @Test
        void mayGetLostWithoutAnElite() {
            var heavy = new EvolutionSettings(
                    8, 6, 0, 1, 1, 1, 0.2, 0.5, Duplicates.KEEP, new Diversity(1000, Scaling.ABSOLUTE), Screening.NONE);
            boolean[] lost = {false};
            for (long seed = 0; seed < 20; seed++) {
                List<Double> best = run(heavy, cube(), seed).log().summaries.stream()
                        .map(GenerationSummary::best)
                        .toList();
                lost[0] |= !best.equals(best.stream().sorted().toList());
            }
            assertThat(lost[0]).isTrue();
        }

        @Test
        void isFoundInFarFewerTrialsThanTheGridHas() {
            FakeObjective exact = FakeObjective.of(1, (trial, _) -> FoldResult.of(worth(trial.configuration())));
            Configuration optimum = CUBE.canonical(Spaces.wholes(3, 7, 1));
            LongStream.range(0, 20).parallel().forEach(seed -> {
                List<Configuration> asked =
                        run(DEFAULTS, exact, seed, 60, 1).log().configurations();
                assertThat(asked.indexOf(optimum)).as("seed %d", seed).isBetween(0, 200);
            });
        }
    }

    /// What is worth something, but for a share of the configurations, which fail in one of their folds.
    private static Answer failing(double share) {
        Answer worth = FakeObjective.noisy(GeneticSearchTest::worth);
        return (trial, fold) -> {
            boolean fails = trial.seed().derive("fails").random().nextDouble() < share;
            if (fails && fold == trial.seed().derive("where").random().nextInt(2)) {
                throw new EvaluationException("diverged");
            }
            return worth.of(trial, fold);
        };
    }

    @Nested
    class Failures {
        private static boolean failed(Individual individual) {
            return individual.evaluation().outcome() instanceof Outcome.Failed;
        }

        @Test
        void doNotEndTheSearch() {
            Run run = run(DEFAULTS, FakeObjective.of(2, failing(0.3)), 5);
            assertThat(run.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(run.log().failed()).isBetween(8, 30);
        }

        @Test
        void areNeverBestNorKeptWhileOthersAreDropped() {
            List<Generation> generations =
                    run(DEFAULTS, FakeObjective.of(2, failing(0.3)), 5).log().generations;
            for (Generation generation : generations.subList(1, generations.size())) {
                assertThat(best(generation)).isFinite();
                List<Individual> before =
                        generations.get(generation.number() - 1).population();
                long finished = before.stream().filter(each -> !failed(each)).count();
                long keptFailed = generation.population().stream()
                        .filter(each -> each.born() < generation.number() && failed(each))
                        .count();
                assertThat(keptFailed).isEqualTo(Math.max(0, 6 - finished));
            }
        }

        @Test
        void ofAllTrialsLetTheSearchEndAsUsual() {
            FakeObjective hopeless = FakeObjective.of(2, failing(1));
            Run run = run(DEFAULTS, hopeless, 5);
            assertThat(run.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(run.log().failed()).isEqualTo(10 + 12 * 4);
            assertThat(run.log().summaries).hasSize(13).allMatch(summary -> Double.isNaN(summary.best()));
        }
    }

    @Nested
    class TheLimitOnTrials {
        private static Run limited(long trials, KnownTrials known, @Nullable Checkpoint from) {
            var budget = Budget.NONE.withGenerations(8).withTrials(trials);
            return run(CUBE, DEFAULTS, cube(), 6, budget, 2, List.of(), known, from);
        }

        private static Checkpoint checkpoint(Run run) {
            List<Evaluation> known = run.log().generations.stream()
                    .flatMap(generation -> generation.population().stream())
                    .map(Individual::evaluation)
                    .distinct()
                    .sorted(Comparator.comparing(
                            evaluation -> evaluation.trial().id()))
                    .toList();
            return new Checkpoint(run.log().last(), known);
        }

        @Test
        void endsTheSearchInTheMiddleOfAGeneration() {
            Run run = limited(20, new KnownTrials(EXPERIMENT), null);
            assertThat(run.ending()).isEqualTo(Ending.TRIALS);
            assertThat(run.log().asked).hasSize(20);
            assertThat(run.log().last().number()).isEqualTo(2);
            assertThat(run.known().size()).isEqualTo(20);
        }

        @Test
        void mayEndTheSearchInTheFirstPopulation() {
            Run run = limited(3, new KnownTrials(EXPERIMENT), null);
            assertThat(run.ending()).isEqualTo(Ending.TRIALS);
            assertThat(run.log().generations).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(longs = {10, 11, 13, 14, 20, 33, 41})
        void mayBeRaisedAsIfItHadBeenSoAtOnce(long trials) {
            Run whole = limited(Budget.UNLIMITED, new KnownTrials(EXPERIMENT), null);
            Run first = limited(trials, new KnownTrials(EXPERIMENT), null);
            Run second = limited(Budget.UNLIMITED, first.known(), checkpoint(first));
            var asked = new ArrayList<>(first.log().asked);
            asked.addAll(second.log().asked);
            assertThat(asked).isEqualTo(whole.log().asked);
            assertThat(second.log().last()).isEqualTo(whole.log().last());
        }
    }

    @Nested
    class MenthaSettings {
        private static final SearchSpace SPACE = Spaces.mentha();

        private static Answer worth() {
            return FakeObjective.noisy(configuration -> {
                double model = configuration.text("model").equals("both") ? 0.3 : 0;
                double rate = Math.abs(Math.log10(configuration.real("learning-rate")) + 3) / 10;
                return 0.6 + model - rate;
            });
        }

        private static Run evolved(FakeObjective objective, EvolutionSettings settings, long seed) {
            return run(
                    SPACE,
                    settings,
                    objective,
                    seed,
                    Budget.NONE.withGenerations(15),
                    2,
                    List.of(),
                    new KnownTrials(EXPERIMENT),
                    null);
        }

        @Test
        void rememberWhatIsBornAgain() {
            FakeObjective objective = FakeObjective.of(3, worth());
            Run run = evolved(objective, MENTHA, 2);
            assertThat(run.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(run.log().summaries)
                    .allSatisfy(summary -> assertThat(summary.trained() + summary.remembered())
                            .isEqualTo(summary.number() == 0 ? 10 : 4));
            assertThat(run.log().summaries.stream().mapToInt(GenerationSummary::remembered))
                    .anyMatch(remembered -> remembered > 0);
            assertThat(objective.counts())
                    .hasSize(3 * run.log().asked.size())
                    .allSatisfy((_, count) -> assertThat(count).isOne());
        }

        @Test
        void bringForthNoValueThatTheFirstPopulationDidNotHave() {
            Run run = evolved(FakeObjective.of(1, worth()), MENTHA, 2);
            Set<Value> first = new HashSet<>();
            run.log().generations.getFirst().population().forEach(member -> first.addAll(member.genotype()));
            assertThat(run.log().last().population())
                    .allSatisfy(member -> assertThat(first).containsAll(member.genotype()));
        }

        @Test
        void keepThePopulationDiverseForLongerThanScoreAlone() {
            var score = new EvolutionSettings(
                    10, 4, 0, 1, 1, 0, 0.2, 0, Duplicates.KEEP, new Diversity(0, Scaling.ABSOLUTE), Screening.NONE);
            double gained = 0;
            for (long seed = 0; seed < 10; seed++) {
                gained += diversity(MENTHA, seed) - diversity(score, seed);
            }
            assertThat(gained / 10).isGreaterThan(0.05);
        }

        /// The mean over the generations.
        private static double diversity(EvolutionSettings settings, long seed) {
            return evolved(FakeObjective.of(1, worth()), settings, seed).log().summaries.stream()
                    .mapToDouble(GenerationSummary::diversity)
                    .average()
                    .orElseThrow();
        }
    }

    @Nested
    class InitialConfigurations {
        private static Run started(List<Map<String, Value>> initial) {
            return run(
                    Spaces.everything(),
                    DEFAULTS,
                    FakeObjective.worth(1, _ -> 0),
                    1,
                    Budget.NONE.withGenerations(1),
                    1,
                    initial,
                    new KnownTrials(EXPERIMENT),
                    null);
        }

        @Test
        void areAskedFirstAndCompletedByDefaultsAndDraws() {
            Run run = started(List.of(
                    Map.of("optimizer", word("none"), "dropout", real(0.25), "batch", whole(64)),
                    Map.of("optimizer", word("sgd"), "batch", whole(8))));
            List<Configuration> asked = run.log().configurations();
            assertThat(asked.get(0)).hasToString("optimizer=none dropout=0.25 batch=64");
            assertThat(asked.get(1).toString())
                    .startsWith("optimizer=sgd rate=0.01 dropout=")
                    .endsWith("batch=8");
            assertThat(run.log().generations.getFirst().population()).hasSize(10);
        }

        @Test
        void areTrainedOnceWhenTheyMeanTheSame() {
            Map<String, Value> none = Map.of("optimizer", word("none"), "dropout", real(0.25), "batch", whole(64));
            Run run = started(List.of(none, none));
            assertThat(run.log().configurations()).doesNotHaveDuplicates();
            assertThat(run.log().summaries.getFirst().remembered()).isEqualTo(1);
        }
    }

    @Test
    void theSamePopulationBreedsOtherChildrenInAnotherGeneration() {
        List<Individual> population =
                run(DEFAULTS, cube(), 3, 0, 1).log().last().population();
        List<List<Configuration>> children = new ArrayList<>();
        for (int number : new int[] {3, 4}) {
            var known = new KnownTrials(EXPERIMENT);
            population.forEach(individual -> known.restore(individual.evaluation()));
            var from = new Checkpoint(new Generation(number, population), List.of());
            var budget = Budget.NONE.withGenerations(number + 1);
            children.add(run(CUBE, DEFAULTS, cube(), 3, budget, 1, List.of(), known, from)
                    .log()
                    .configurations());
        }
        assertThat(children.getFirst()).hasSize(4).isNotEqualTo(children.getLast());
    }

    @Test
    void aSearchThatHasReachedItsLimitAsksNothingMore() {
        Run run = run(DEFAULTS, cube(), 3);
        var from = new Checkpoint(run.log().last(), List.of());
        Run again = run(CUBE, DEFAULTS, cube(), 3, Budget.NONE.withGenerations(5), 1, List.of(), run.known(), from);
        assertThat(again.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(again.log().asked).isEmpty();
        assertThat(again.log().generations).isEmpty();
    }

    @Test
    void aSpaceSmallerThanThePopulationIsNoTrouble() {
        var flags = Spaces.categorical("flag", "yes", "no");
        Run run = run(
                SearchSpace.of(flags),
                DEFAULTS,
                FakeObjective.worth(1, _ -> 0),
                1,
                Budget.NONE.withGenerations(3),
                1,
                List.of(),
                new KnownTrials(EXPERIMENT),
                null);
        assertThat(run.ending()).isEqualTo(Ending.EXHAUSTED);
        assertThat(run.log().asked).hasSize(2);
        assertThat(run.log().generations).hasSize(1);
    }
}
