package dev.mendel.bench;

import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.search.Search;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
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
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The overhead of a trial that costs nothing itself: breeding, de-duplication, hand-over to a worker and back,
/// and the durable store, for a space of six hyperparameters of which one is conditional.
public final class OverheadBenchmark {
    private static final Seed SEED = new Seed(1);
    private static final int VALUES = 10;

    private OverheadBenchmark() {}

    /// The measurements.
    ///
    /// @param trials how many trials the run had
    /// @param millisecondsATrial wall time over trials, from the first question to the closed database
    /// @param heapMegabytes the heap in use at the end, after a full collection, with all the run still in
    ///     memory
    /// @param databaseMegabytes the size of the run's database
    public record Result(long trials, double millisecondsATrial, double heapMegabytes, double databaseMegabytes) {}

    /// The strategy that asks for the trials.
    @SuppressWarnings("ImmutableEnumChecker") // strategies and spaces never change
    public enum Asking {
        /// A genetic search with the default settings.
        GENETIC(RunKind.EVOLUTION, new GeneticSearch(EvolutionSettings.defaults()), space()),
        /// A search that goes through a grid of a million points, in order.
        GRID(RunKind.GRID, new GridSearch(grid().grid()), grid()),
        /// A search that draws from the same space as the genetic one.
        RANDOM(RunKind.RANDOM, new RandomSearch(Long.MAX_VALUE), space());

        private final RunKind kind;
        private final SearchStrategy strategy;
        private final SearchSpace space;

        Asking(RunKind kind, SearchStrategy strategy, SearchSpace space) {
            this.kind = kind;
            this.strategy = strategy;
            this.space = space;
        }
    }

    /// Runs a search.
    ///
    /// @param folder where the run's directory is made
    public static Result measure(Asking asking, long trials, Path folder) {
        RunDirectory directory = RunDirectory.create(folder, "overhead", asking.kind.word(), trials, Instant.now());
        var manifest = new Manifest("overhead", "", asking.kind, SEED, Instant.now(), "", Map.of());
        var known = new KnownTrials(SEED);
        var limits = new Limits(trials, () -> false);
        long began = System.nanoTime();
        try (RunStore store = RunStore.create(directory, manifest, null, 1, Instant.now());
                var evaluator = new LocalEvaluator(new Free(), known, 1, limits, store)) {
            asking.strategy.search(
                    new Search(asking.space, SEED, List.of(), Budget.NONE, Direction.MAXIMISE, null, evaluator, store));
        }
        double milliseconds = (System.nanoTime() - began) / 1e6;
        double heap = usedHeap();
        return new Result(
                known.size(),
                milliseconds / known.size(),
                heap,
                directory.path().resolve("run.db").toFile().length() / 1e6);
    }

    /// An objective that costs nothing.
    private static final class Free implements Objective {
        @Override
        public FoldResult evaluate(Trial trial, int fold) {
            Configuration configuration = trial.configuration();
            double distance = Math.abs(StrictMath.log10(configuration.real("learning-rate")) + 2.5)
                    + Math.abs(configuration.whole("units") - 90) / 100.0
                    + Math.abs(configuration.real("decay") - 0.3)
                    + (configuration.text("optimizer").equals("adam") ? 0 : 1);
            return FoldResult.of(-distance);
        }
    }

    /// Six hyperparameters of ten values each, by the names that the objective knows.
    private static SearchSpace grid() {
        return SearchSpace.of(
                Categorical.of("optimizer", texts("sgd", "adam", "adagrad", "a", "b", "c", "d", "e", "f", "g")),
                Ordered.of("learning-rate", reals(1e-5, 1e-4)),
                Ordered.of("units", wholes()),
                Ordered.of("decay", reals(0, 0.1)),
                Ordered.of("nesterov", reals(0, 0.1)),
                Ordered.of("beta", reals(0.5, 0.05)));
    }

    private static Value[] texts(String... words) {
        return Arrays.stream(words).map(Value.Text::new).toArray(Value[]::new);
    }

    private static Value[] wholes() {
        return LongStream.rangeClosed(1, VALUES)
                .mapToObj(number -> new Value.Whole(8 * number))
                .toArray(Value[]::new);
    }

    private static Value[] reals(double low, double step) {
        return IntStream.range(0, VALUES)
                .mapToObj(i -> new Value.Real(low + i * step))
                .toArray(Value[]::new);
    }

    private static SearchSpace space() {
        var adam = new Condition(List.of(new Condition.Requirement("optimizer", List.of(new Value.Text("adam")))));
        return SearchSpace.of(
                Categorical.of("optimizer", new Value.Text("sgd"), new Value.Text("adam"), new Value.Text("adagrad")),
                RealRange.of("learning-rate", 1e-5, 1, Scale.LOG),
                IntegerRange.of("units", 8, 512, Scale.LOG),
                RealRange.of("decay", 0, 1, Scale.LINEAR),
                Categorical.of("nesterov", new Value.Flag(false), new Value.Flag(true)),
                new RealRange("beta", 0.5, 1, Scale.LINEAR, null, adam, null));
    }

    private static double usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
