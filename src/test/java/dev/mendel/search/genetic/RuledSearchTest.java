package dev.mendel.search.genetic;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.integerSteps;
import static dev.mendel.space.Hyperparameter.real;
import static dev.mendel.space.Hyperparameter.realSteps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchLog;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.RandomRules;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches of spaces with rules: none asks for a configuration that breaks one.
@Timeout(120)
class RuledSearchTest {
    private static final SearchSpace BARE = SearchSpace.of(
            choices("kind", "flat", "deep", "wide"),
            integerSteps("first", 4, 64, 4),
            integerSteps("second", 4, 64, 4).when("kind", "deep", "wide"),
            realSteps("dropout", 0, 0.5, 0.05),
            integer("layers", 1, 9),
            real("rate", 0, 1));

    private static final SearchSpace RULED = BARE.where("second <= first")
            .where("first * layers <= 128")
            .forbid(Map.of("kind", "wide", "rate", "< 0.5"))
            .forbid(Map.of("kind", List.of("flat", "deep"), "layers", List.of(1, 2), "dropout", "> 0.3"));

    /// What asks.
    enum Strategy {
        EVOLUTION {
            @Override
            SearchStrategy of(SearchSpace space) {
                return new GeneticSearch(EvolutionSettings.defaults());
            }
        },
        NEAR {
            @Override
            SearchStrategy of(SearchSpace space) {
                return new GeneticSearch(NearSettings.of(20));
            }
        },
        MENTHA {
            @Override
            SearchStrategy of(SearchSpace space) {
                return new GeneticSearch(EvolutionSettings.mentha());
            }
        },
        RANDOM {
            @Override
            SearchStrategy of(SearchSpace space) {
                return new RandomSearch(100);
            }
        };

        abstract SearchStrategy of(SearchSpace space);
    }

    private static SearchLog search(SearchSpace space, SearchStrategy strategy, Race race, long seed) {
        var log = new SearchLog();
        FakeObjective objective = FakeObjective.of(2, RuledSearchTest::evaluate);
        var limits = new Limits(100, () -> false);
        List<Map<String, Value>> initial = List.of(Map.of("kind", new Value.Text("wide")), Map.of());
        List<Map<String, Value>> fitting = initial.stream()
                .filter(given -> given.keySet().stream()
                        .allMatch(name -> space.find(name).isPresent()))
                .filter(given -> space.fault(given, new SplittableRandom(1)).isEmpty())
                .toList();
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(new Seed(4)), 2, limits, log)) {
            var search = new Search(
                    space,
                    new Seed(seed),
                    fitting,
                    Map.of(3, fitting),
                    new Budget(40, 100, Budget.FOREVER),
                    Direction.MAXIMISE,
                    race,
                    null,
                    evaluator,
                    log);
            assertThat(strategy.search(search)).isIn(Ending.TRIALS, Ending.COMPLETE, Ending.EXHAUSTED);
        }
        return log;
    }

    /// Best where the rules forbid.
    private static FoldResult evaluate(Trial trial, int fold) {
        double sum = fold;
        for (Value value : trial.configuration().values().values()) {
            sum += switch (value) {
                case Value.Whole(long number) -> (double) number;
                case Value.Real(double number) -> number;
                case Value.Text(String text) -> text.length();
                case Value.Flag _ -> 0;
            };
        }
        return FoldResult.of(sum);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAskedThatBreaksARule(Strategy strategy) {
        for (Race race : List.of(Race.NONE, Stopping.RUNGS.race(2, 1))) {
            List<Configuration> asked =
                    search(RULED, strategy.of(RULED), race, 5).configurations();
            assertThat(asked)
                    .hasSizeGreaterThan(10)
                    .allMatch(each -> RULED.fault(each).isEmpty());
            assertThat(search(BARE, strategy.of(BARE), race, 5).configurations())
                    .anyMatch(each -> !RULED.allows(each));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheRules(Strategy strategy) {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 12; i++) {
            SearchSpace space = new RandomRules(random).over(BARE);
            assertThat(search(space, strategy.of(space), Race.NONE, i).configurations())
                    .as(space.rules().toString())
                    .isNotEmpty()
                    .allMatch(each -> space.fault(each).isEmpty());
        }
    }

    @Test
    void aSmallSpaceIsUsedUp() {
        SearchSpace space =
                SearchSpace.of(integer("x", 1, 5), integer("y", 1, 5)).where("x < y");
        for (Strategy strategy : List.of(Strategy.EVOLUTION, Strategy.RANDOM)) {
            assertThat(search(space, strategy.of(space), Race.NONE, 1).configurations())
                    .hasSize(10)
                    .doesNotHaveDuplicates();
        }
        assertThat(search(space, new GridSearch(space.grid()), Race.NONE, 1).configurations())
                .hasSize(10);
        assertThat(new HashSet<>(search(space, new GridSearch(space.grid()), Race.NONE, 1)
                        .configurations()))
                .hasSize(10);
    }
}
