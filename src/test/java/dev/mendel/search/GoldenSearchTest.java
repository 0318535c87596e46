package dev.mendel.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.genetic.NearSettings;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.grid.Shuffled;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Golden hashes of the first hundred trials of each strategy, and of more where a search changes later:
/// number, seed and configuration. A hash that differs on another machine is a bug in Mendel: find what depends
/// on the machine. It changes only with a search that is meant to ask for other trials.
@Timeout(60)
class GoldenSearchTest {
    private static final int TRIALS = 100;
    private static final int GENERATIONS = 400;
    private static final Seed SEED = new Seed(11);

    private static final SearchSpace SPACE = SearchSpace.of(
            Categorical.of("kind", new Value.Text("plain"), new Value.Text("curved"), new Value.Text("steep")),
            new RealRange("rate", 1e-5, 1, Scale.LOG, reals(1e-4, 1e-2, 1), Condition.ALWAYS, null),
            new RealRange("share", -2, 3, Scale.LINEAR, reals(-2, 0, 0.5, 3), Condition.ALWAYS, null),
            IntegerRange.of("units", 1, 500, Scale.LOG),
            Ordered.of("batch", new Value.Whole(8), new Value.Whole(16), new Value.Whole(64)),
            new Categorical(
                    "bend",
                    List.of(new Value.Flag(true), new Value.Flag(false)),
                    List.of(),
                    new Condition(List.of(new Condition.Requirement("kind", List.of(new Value.Text("curved"))))),
                    null));

    private static final Goals FRONT = new Goals(
            List.of(
                    new Goal("score", Direction.MAXIMISE, Scale.LINEAR),
                    new Goal("work", Direction.MINIMISE, Scale.LOG),
                    new Goal("rate", Direction.MAXIMISE, Scale.LINEAR)),
            List.of(new Limit("rate", Limit.Side.AT_MOST, 4)));

    /// What asks, and the first 16 digits of the SHA-256 of what it asks for.
    enum Strategy {
        EVOLUTION(TRIALS, "883ae83c72d11efe") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(EvolutionSettings.defaults());
            }
        },
        EVOLUTION_WITHOUT_NEAR(TRIALS, "f85c6a5668babd13") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(NearSettings.of(0));
            }
        },
        /// Beyond what one model of surroundings takes in, and beyond the model of all trials.
        EVOLUTION_AT_LENGTH(1100, "82df9c6e23e985b0") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(EvolutionSettings.defaults());
            }
        },
        EVOLUTION_ON_PLATEAUS(200, "722bf459983fbb32") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(EvolutionSettings.defaults());
            }

            @Override
            double score(double smooth) {
                return Math.floor(smooth / 4);
            }
        },
        EVOLUTION_OF_A_FRONT(TRIALS, "09f46435b6adace8") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(EvolutionSettings.defaults());
            }

            @Override
            Goals goals() {
                return FRONT;
            }
        },
        EVOLUTION_OF_THE_REPORT(27, "20574ad29ddea158") {
            @Override
            SearchStrategy make() {
                return new GeneticSearch(EvolutionSettings.mentha());
            }
        },
        RANDOM(TRIALS, "88c8ea10376ef154") {
            @Override
            SearchStrategy make() {
                return new RandomSearch(Budget.UNLIMITED);
            }
        },
        GRID(TRIALS, "4afa30a775e4d503") {
            @Override
            SearchStrategy make() {
                return new GridSearch(SPACE.grid());
            }
        },
        SHUFFLED_GRID(TRIALS, "ff44aa4674e06768") {
            @Override
            SearchStrategy make() {
                return new GridSearch(new Shuffled(SPACE.gridSize().longValueExact(), SPACE.gridPlaces(), SEED));
            }
        };

        private final int trials;
        private final String hash;

        /// @param trials how many there are: the report's evolution comes to a standstill
        Strategy(int trials, String hash) {
            this.trials = trials;
            this.hash = hash;
        }

        abstract SearchStrategy make();

        Goals goals() {
            return Goals.NONE;
        }

        /// The score where it would be smooth.
        double score(double smooth) {
            return smooth;
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheSameTrialsOnEveryMachine(Strategy strategy) throws Exception {
        assertThat(hash(strategy)).isEqualTo(strategy.hash);
    }

    private static String hash(Strategy strategy) throws Exception {
        int most = Math.max(TRIALS, strategy.trials);
        var log = new SearchLog();
        var digest = MessageDigest.getInstance("SHA-256");
        FakeObjective objective = FakeObjective.of(2, (trial, fold) -> evaluate(trial, fold, strategy));
        var limits = new Limits(most, () -> false);
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(SEED), 2, limits, log)) {
            var budget = new Budget(GENERATIONS, most, Budget.FOREVER);
            strategy.make()
                    .search(new Search(
                            SPACE,
                            SEED,
                            List.of(),
                            Map.of(),
                            budget,
                            Direction.MAXIMISE,
                            Race.NONE,
                            null,
                            evaluator,
                            log,
                            strategy.goals()));
        }
        assertThat(log.asked).hasSize(strategy.trials);
        for (Trial trial : log.asked) {
            String line = trial.id() + " " + trial.seed() + " " + trial.configuration() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    /// A twentieth fails; the rest is exact on every machine.
    private static FoldResult evaluate(Trial trial, int fold, Strategy strategy) throws EvaluationException {
        if (trial.seed().random().nextInt(20) == 0) {
            throw new EvaluationException("diverged");
        }
        Configuration configuration = trial.configuration();
        double rate = StrictMath.log(configuration.real("rate")) + 5;
        double share = configuration.real("share") - rate / 4;
        double units = StrictMath.log((double) configuration.whole("units")) - 3;
        double noise = trial.seed().derive("fold", fold).random().nextDouble() / 50;
        return new FoldResult(
                new Score(strategy.score(-rate * rate - share * share - units * units + noise)),
                Map.of("work", (double) configuration.whole("units") * configuration.whole("batch"), "rate", rate),
                List.of(),
                Duration.ZERO);
    }

    private static List<Value> reals(double... numbers) {
        return DoubleStream.of(numbers).<Value>mapToObj(Value.Real::new).toList();
    }
}
