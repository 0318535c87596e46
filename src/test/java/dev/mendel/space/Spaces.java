package dev.mendel.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Search spaces and values that tests share.
public final class Spaces {
    private Spaces() {}

    /// The space of the Mentha report: 3600 points as written, many of which mean the same.
    public static SearchSpace mentha() {
        List<Value> losses = words("cross-entropy", "nll", "mse");
        List<List<Value>> alike = List.of(words("cross-entropy", "nll"));
        return SearchSpace.of(
                categorical("model", "naive", "sharing", "auxiliary", "neither", "both"),
                new Categorical(
                        "comparison-loss",
                        losses,
                        alike,
                        when("model", "sharing", "auxiliary", "neither", "both"),
                        null),
                new Categorical("class-loss", losses, alike, when("model", "naive", "auxiliary", "both"), null),
                categorical("optimizer", "sgd", "adam", "adagrad", "adamw"),
                new RealRange(
                        "learning-rate", 1e-4, 1, Scale.LOG, reals(1e-4, 1e-3, 1e-2, 1e-1, 1), Condition.ALWAYS, null),
                new RealRange(
                        "lambda",
                        0.2,
                        0.9,
                        Scale.LINEAR,
                        reals(0.2, 0.4, 0.7, 0.9),
                        when("model", "auxiliary", "both"),
                        null));
    }

    /// Three independent whole numbers from 0 to 9.
    public static SearchSpace cube() {
        return SearchSpace.of(
                IntegerRange.of("x", 0, 9, Scale.LINEAR),
                IntegerRange.of("y", 0, 9, Scale.LINEAR),
                IntegerRange.of("z", 0, 9, Scale.LINEAR));
    }

    /// Every kind of hyperparameter, with a chain of conditions: rate of adam, depth of a high rate's block.
    public static SearchSpace everything() {
        return SearchSpace.of(
                new Categorical(
                        "optimizer",
                        words("sgd", "adam", "adam-w", "none"),
                        List.of(words("adam", "adam-w")),
                        Condition.ALWAYS,
                        null),
                new RealRange(
                        "rate",
                        1e-4,
                        1,
                        Scale.LOG,
                        reals(1e-4, 1e-2, 1),
                        when("optimizer", "sgd", "adam"),
                        new Value.Real(1e-2)),
                new Ordered("size", words("small", "medium", "large"), when("optimizer", "adam"), null),
                new IntegerRange("depth", 1, 5, Scale.LINEAR, null, when("size", "medium", "large"), null),
                new RealRange("dropout", 0, 0.5, Scale.LINEAR, reals(0, 0.25, 0.5), Condition.ALWAYS, null),
                new IntegerRange("batch", 8, 1024, Scale.LOG, wholes(8, 64, 1024), Condition.ALWAYS, null));
    }

    /// A small space with random kinds, equivalences and conditions, all of it gridded.
    static SearchSpace random(RandomGenerator random) {
        var hyperparameters = new ArrayList<Hyperparameter>();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            hyperparameters.add(random("h" + i, condition(hyperparameters, random), random));
        }
        return new SearchSpace(hyperparameters);
    }

    /// Every full choice of grid values as they are written, equivalent ones and inactive ones included.
    static List<List<Value>> points(SearchSpace space) {
        List<List<Value>> points = List.of(List.of());
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            List<Value> values = hyperparameter instanceof Choice choice ? choice.values() : hyperparameter.grid();
            points = points.stream()
                    .flatMap(point -> values.stream().map(value -> appended(point, value)))
                    .toList();
        }
        return points;
    }

    /// Every configuration of the grid, found by visiting all points.
    public static Set<Configuration> configurations(SearchSpace space) {
        var configurations = new LinkedHashSet<Configuration>();
        points(space).forEach(point -> configurations.add(space.canonical(point)));
        return configurations;
    }

    public static Categorical categorical(String name, String... words) {
        return new Categorical(name, words(words), List.of(), Condition.ALWAYS, null);
    }

    public static Condition when(String name, String... words) {
        return new Condition(List.of(new Condition.Requirement(name, words(words))));
    }

    public static Value word(String text) {
        return new Value.Text(text);
    }

    public static List<Value> words(String... texts) {
        return Arrays.stream(texts).map(Spaces::word).toList();
    }

    public static Value whole(long number) {
        return new Value.Whole(number);
    }

    public static List<Value> wholes(long... numbers) {
        return LongStream.of(numbers).mapToObj(Spaces::whole).toList();
    }

    public static Value real(double number) {
        return new Value.Real(number);
    }

    public static List<Value> reals(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(Spaces::real).toList();
    }

    private static Hyperparameter random(String name, Condition condition, RandomGenerator random) {
        int count = random.nextInt(1, 5);
        return switch (random.nextInt(4)) {
            case 0 -> {
                List<Value> words = numbered(count);
                yield new Categorical(name, words, groups(words, random), condition, null);
            }
            case 1 -> new Ordered(name, numbered(count), condition, null);
            case 2 -> new IntegerRange(name, 1, 1 + count, Scale.LINEAR, null, condition, null);
            default -> new RealRange(name, 0, 1, Scale.LINEAR, tenths(count), condition, null);
        };
    }

    private static List<Value> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> word("w" + i)).toList();
    }

    private static List<Value> tenths(int count) {
        return IntStream.range(0, count).mapToObj(i -> real(i / 10.0)).toList();
    }

    private static List<List<Value>> groups(List<Value> words, RandomGenerator random) {
        return words.size() < 3 || random.nextBoolean() ? List.of() : List.of(words.subList(0, random.nextInt(2, 4)));
    }

    private static Condition condition(List<Hyperparameter> earlier, RandomGenerator random) {
        var requirements = Stream.<Condition.Requirement>builder();
        int count = earlier.isEmpty() ? 0 : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Hyperparameter on = earlier.get(random.nextInt(earlier.size()));
            List<Value> grid = on.grid();
            requirements.add(new Condition.Requirement(on.name(), grid.subList(0, random.nextInt(1, grid.size() + 1))));
        }
        return new Condition(requirements.build().toList());
    }

    private static List<Value> appended(List<Value> point, Value value) {
        var longer = new ArrayList<>(point);
        longer.add(value);
        return longer;
    }
}
