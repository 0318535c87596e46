package dev.mendel.experiment.file;

import dev.mendel.experiment.Enqueued;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Precautions;
import dev.mendel.experiment.Reported;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.CommandSettings.Steps;
import dev.mendel.external.JavaSettings;
import dev.mendel.external.Script;
import dev.mendel.external.script.Answers;
import dev.mendel.search.Budget;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.Acquisition;
import dev.mendel.space.Categorical;
import dev.mendel.space.Choice;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RandomRules;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Stepped;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Experiments of all that a file can say, in all combinations.
final class RandomExperiments {
    private static final List<String> NAMES = List.of("x", "2026", "true", "null", "a-1", "1e5", "no");
    private static final List<String> DESCRIPTIONS =
            List.of("", "a sentence", "it's: \"quoted\" # not a comment", "\u00fcber \u2028 \u00df", "- 1", "~");

    private final RandomGenerator random;

    RandomExperiments(Seed seed) {
        random = seed.random();
    }

    Experiment next() {
        boolean ownTower = random.nextBoolean();
        SearchSpace space = new RandomRules(random).over(space(ownTower));
        EvolutionSettings evolution = evolution();
        List<Map<String, Value>> initial = Stream.generate(() -> configuration(space))
                .limit(random.nextInt(3))
                .toList();
        ObjectiveSettings objective = objective(ownTower);
        boolean isolated = !(objective instanceof ObjectiveSettings.Command) && random.nextBoolean();
        Stopping stopping = any(List.of(
                Stopping.NONE,
                Stopping.RUNGS,
                new Stopping(true, List.of(1, 5), 0.25, 3, Stopping.Of.EPOCHS),
                new Stopping(true, List.of(), 0.5, 1, Stopping.Of.FOLDS)));
        boolean plain = stopping.on() || !evolution.diversity().equals(EvolutionSettings.Diversity.NONE);
        return new Experiment(
                any(NAMES),
                any(DESCRIPTIONS),
                objective,
                space,
                initial,
                random.nextBoolean() ? List.of() : List.of(new Enqueued(random.nextInt(1, 9), configuration(space))),
                configurations(space),
                reported(space),
                evolution,
                budget().withFailures(any(List.of(1L, 50L, Budget.UNLIMITED))),
                stopping,
                plain ? Goals.NONE : goals(objective),
                new Precautions(random.nextInt(3), isolated),
                new Seed(random.nextLong()),
                "");
    }

    /// The first has the name of the objective's value.
    private Goals goals(ObjectiveSettings objective) {
        String own = objective instanceof ObjectiveSettings.Command command
                ? command.settings().value().orElse("")
                : "value";
        boolean script = objective instanceof ObjectiveSettings.Command command
                && command.settings().script().answers().answer() != null;
        if (own.isEmpty() || script || random.nextInt(3) == 0) {
            return Goals.NONE;
        }
        // what digit pairs have as values is known
        boolean pairs = objective instanceof ObjectiveSettings.DigitPairs;
        var limits = List.of(
                new Limit(
                        pairs ? "loss" : "a limit: \"x\"",
                        any(List.of(Limit.Side.values())),
                        random.nextDouble() * 1e20 - 7),
                new Limit(own, Limit.Side.AT_LEAST, 0.5));
        var first = new Goal(own, objective.direction(), Scale.LINEAR);
        return random.nextBoolean()
                ? new Goals(List.of(first), limits)
                : new Goals(
                        List.of(
                                first,
                                new Goal(
                                        pairs ? "parameters" : "more of it",
                                        any(List.of(Direction.values())),
                                        Scale.LOG)),
                        random.nextBoolean() ? limits : List.of());
    }

    private ObjectiveSettings objective(boolean ownTower) {
        var folder = Path.of("/a folder/b").toAbsolutePath();
        var direction = any(List.of(Direction.values()));
        return switch (random.nextInt(5)) {
            case 0 ->
                new ObjectiveSettings.Command(
                        new CommandSettings(
                                List.of("python3", any(NAMES), "it's: \"quoted\""),
                                folder,
                                any(List.of(Processes.values())),
                                random.nextInt(1, 5),
                                perhaps(any(NAMES)),
                                perhaps(Duration.ofMillis(random.nextInt(1, 99999))),
                                Script.NONE,
                                any(List.of(Steps.ONE, new Steps(7, false), new Steps(2, true)))),
                        direction);
            case 2 ->
                new ObjectiveSettings.Command(
                        new CommandSettings(
                                List.of("python3", "{configuration}", any(NAMES)),
                                folder,
                                Processes.PER_TRIAL,
                                1,
                                null,
                                null,
                                new Script(
                                        Map.of("A", "{seed}", "B_1", any(DESCRIPTIONS)),
                                        new Answers(perhaps("it's: \"(\\S+)\""), perhaps("(\\d+), (.*)")))),
                        direction);
            case 1 ->
                new ObjectiveSettings.Java(
                        javaSettings(
                                folder,
                                new Configuration(
                                        random.nextBoolean() ? Map.of() : Map.of("null", Spaces.word("null"))),
                                random.nextInt(1, 5)),
                        direction);
            default -> new ObjectiveSettings.DigitPairs(settings(ownTower));
        };
    }

    private JavaSettings javaSettings(Path folder, Configuration settings, int repeats) {
        return random.nextBoolean()
                ? new JavaSettings("com.example.Own", List.of(folder.resolve("a.jar"), folder), settings, repeats)
                : new JavaSettings(
                        "My Own",
                        folder.resolve("My Own.java"),
                        random.nextBoolean() ? List.of() : List.of(folder),
                        settings,
                        repeats,
                        null);
    }

    private List<Configuration> configurations(SearchSpace space) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> space.canonical(space.sample(random)))
                .toList();
    }

    private List<Reported> reported(SearchSpace space) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Reported(
                        random.nextBoolean() ? "" : any(DESCRIPTIONS),
                        random.nextBoolean() ? "" : any(DESCRIPTIONS),
                        space.canonical(space.sample(random)).values(),
                        random.nextBoolean()
                                ? Map.of()
                                : space.canonical(space.sample(random)).values(),
                        "a measure",
                        random.nextInt(101),
                        random.nextBoolean() ? OptionalDouble.of(random.nextInt(5) / 4.0) : OptionalDouble.empty(),
                        random.nextBoolean() ? OptionalLong.of(random.nextInt(99)) : OptionalLong.empty()))
                .toList();
    }

    private DigitPairsSettings settings(boolean ownTower) {
        DigitPairsSettings settings = DigitPairsSettings.DEFAULTS;
        if (random.nextBoolean()) {
            settings = settings.withTower("false", new TowerPattern(List.of("relu", "linear 10")))
                    .with("tower", Spaces.word("false"));
        }
        if (ownTower) {
            settings = settings.withTower(
                            "own",
                            new TowerPattern(
                                    List.of("conv {null} 3x3", "batch-norm if {True}", "dropout\t0.5", "linear 10")))
                    .with("tower", Spaces.word("own"));
        }
        if (random.nextBoolean()) {
            settings = settings.withTower("own classifier", new TowerPattern(List.of("relu", "linear 10")))
                    .with("classifier", Spaces.word("own classifier"))
                    .with("projection", Spaces.word("none"));
        }
        if (random.nextBoolean()) {
            settings = settings.withTower("S projection", new TowerPattern(List.of("linear 5", "relu")))
                    .withSystem(
                            "S",
                            Map.of("projection", Spaces.word("S projection"), "classifier", Spaces.word("reference")));
        }
        return random.nextBoolean()
                ? settings
                : settings.with("pairs", Spaces.whole(random.nextInt(2, 5000)))
                        .with("folds", Spaces.whole(2))
                        .with("sharing", Spaces.word("separate"))
                        .with("weight-decay", random.nextBoolean() ? Spaces.whole(0) : Spaces.real(1e-9))
                        .with("auxiliary", new Value.Flag(random.nextBoolean()));
    }

    private SearchSpace space(boolean ownTower) {
        var names = new ArrayList<>(List.of(
                "optimizer", "comparison-loss", "epochs", "learning-rate", "momentum", "lambda", "auxiliary", "batch"));
        Collections.shuffle(names, new Random(random.nextLong()));
        names.subList(random.nextInt(1, names.size()), names.size()).clear();
        if (ownTower) {
            names.add("null");
            names.add("True");
        }
        var hyperparameters = new ArrayList<Hyperparameter>();
        names.forEach(name -> hyperparameters.add(hyperparameter(name, condition(name, hyperparameters))));
        return new SearchSpace(hyperparameters);
    }

    private Hyperparameter hyperparameter(String name, Condition when) {
        return switch (name) {
            case "optimizer" -> {
                List<Value> words = Spaces.words("sgd", "adam", "adamw", "adagrad");
                List<List<Value>> groups = any(List.of(
                        List.of(), List.of(words.subList(1, 3)), List.of(words.subList(2, 4), words.subList(0, 2))));
                yield new Categorical(name, words, groups, when, perhaps(any(words)));
            }
            case "comparison-loss" -> new Ordered(name, Spaces.words("mse", "l1"), when, null);
            case "epochs" -> new Ordered(name, Spaces.wholes(1, 10, 5), when, perhaps(Spaces.whole(5)));
            case "lambda" -> new Ordered(name, Spaces.reals(0, 1e-7, 12345678, 1), when, perhaps(Spaces.real(1)));
            case "auxiliary", "True" ->
                new Categorical(name, List.of(new Value.Flag(true), new Value.Flag(false)), List.of(), when, null);
            case "learning-rate" -> real(name, 1e-4 * (1 + random.nextDouble()), 1, Scale.LOG, when);
            case "momentum" ->
                random.nextBoolean()
                        ? steps(name, when)
                        : real(name, 0, 0.5 + random.nextDouble() / 3, Scale.LINEAR, when);
            default -> whole(name, when);
        };
    }

    private Hyperparameter steps(String name, Condition when) {
        List<Value> grid = Spaces.reals(0, 0.15, 0.9);
        return new Stepped(
                name,
                Spaces.real(0),
                Spaces.real(0.9 + random.nextDouble() / 40),
                Spaces.real(any(List.of(0.05, 0.15, 0.03))),
                perhaps(grid),
                when,
                perhaps(any(grid)));
    }

    private Hyperparameter real(String name, double low, double high, Scale scale, Condition when) {
        var bare = RealRange.of(name, low, high, scale);
        List<Value> grid = Stream.of(low, bare.at(0.3), bare.at(0.7), high)
                .map(value -> value instanceof Double end ? new Value.Real(end) : (Value) value)
                .map(bare::canonical)
                .toList();
        return new RealRange(name, low, high, scale, perhaps(grid), when, perhaps(new Value.Real((low + high) / 2)));
    }

    private Hyperparameter whole(String name, Condition when) {
        if (random.nextInt(3) == 0) {
            return new Stepped(
                    name,
                    Spaces.whole(1),
                    Spaces.whole(64),
                    Spaces.whole(any(List.of(1L, 7L))),
                    perhaps(Spaces.wholes(64, 1, 8)),
                    when,
                    perhaps(Spaces.whole(8)));
        }
        return new IntegerRange(
                name,
                1,
                64,
                any(List.of(Scale.values())),
                perhaps(Spaces.wholes(64, 1, 8)),
                when,
                perhaps(Spaces.whole(8)));
    }

    private Condition condition(String name, List<Hyperparameter> earlier) {
        boolean always = earlier.isEmpty() || name.equals("null") || name.equals("True") || random.nextBoolean();
        if (always) {
            return Condition.ALWAYS;
        }
        return new Condition(earlier.subList(random.nextInt(earlier.size()), earlier.size()).stream()
                .limit(2)
                .map(this::requirement)
                .toList());
    }

    private Condition.Requirement requirement(Hyperparameter on) {
        List<Value> values = switch (on) {
            case Choice choice -> choice.grid();
            case IntegerRange _, RealRange _, Stepped _ -> List.of(on.canonical(on.sample(random)));
        };
        return new Condition.Requirement(on.name(), values.subList(random.nextInt(values.size()), values.size()));
    }

    private Map<String, Value> configuration(SearchSpace space) {
        Map<String, Value> values = given(space);
        return space.fault(values, random).isEmpty() ? values : configuration(space);
    }

    private Map<String, Value> given(SearchSpace space) {
        var values = new LinkedHashMap<String, Value>();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            if (random.nextBoolean()) {
                values.put(hyperparameter.name(), hyperparameter.sample(random));
            }
        }
        return values;
    }

    private EvolutionSettings evolution() {
        if (random.nextBoolean()) {
            return EvolutionSettings.defaults();
        }
        int population = random.nextInt(4, 100);
        int elite = random.nextInt(3);
        return new EvolutionSettings(
                population,
                random.nextInt(1, population - 2),
                elite,
                random.nextInt(1, 9),
                random.nextDouble(),
                random.nextInt(5),
                1e-6 + random.nextDouble() * 1e6,
                random.nextInt(2),
                any(List.of(Duplicates.values())),
                new Diversity(random.nextDouble(), any(List.of(Scaling.values())), random.nextInt(2)),
                new Screening(
                        random.nextInt(1, 99),
                        random.nextDouble(),
                        random.nextInt(9999),
                        any(List.of(Acquisition.values())),
                        random.nextInt(1000)));
    }

    private Budget budget() {
        return new Budget(
                random.nextBoolean() ? Budget.UNLIMITED : random.nextInt(1000),
                random.nextLong(1, 1L << 60),
                random.nextBoolean()
                        ? Budget.FOREVER
                        : Duration.ofMillis(random.nextLong(1, Budget.FOREVER.toMillis())));
    }

    private <T> T any(List<T> alternatives) {
        return alternatives.get(random.nextInt(alternatives.size()));
    }

    private <T> @Nullable T perhaps(T value) {
        return random.nextBoolean() ? value : null;
    }
}
