package dev.mendel.store;

import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.RunKind;
import dev.mendel.search.Search;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A genetic search that is kept on disk: begun, and gone on with after whatever happened to it.
///
/// @param milliseconds a fold takes a random time, at most so long
record StoredSearch(int workers, int milliseconds, EvolutionSettings settings) {
    static final Seed EXPERIMENT = new Seed(31);
    private static final Seed RUN = new Seed(12);
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    static final SearchSpace SPACE = Spaces.everything();

    /// Folds after which nobody stops.
    private static final int NEVER = Integer.MAX_VALUE;

    static StoredSearch of(int workers) {
        return new StoredSearch(workers, 0, EvolutionSettings.defaults());
    }

    /// An empty run, as it is before its first trial.
    static void create(RunDirectory directory) {
        RunStore.create(directory, manifest(), null, 1, NOW).close();
    }

    Ending begin(RunDirectory directory, Budget budget) {
        return begin(directory, budget, NEVER);
    }

    /// Begins a search, to be stopped after so many folds.
    Ending begin(RunDirectory directory, Budget budget, int folds) {
        try (RunStore store = RunStore.create(directory, manifest(), null, workers, NOW)) {
            return search(store, new KnownTrials(EXPERIMENT), null, budget, folds);
        }
    }

    Ending resume(RunDirectory directory, Budget budget) {
        return resume(directory, budget, NEVER);
    }

    /// Goes on with a search, to be stopped after so many more folds.
    Ending resume(RunDirectory directory, Budget budget, int folds) {
        try (RunStore store = RunStore.open(directory).begin(workers, NOW);
                StoredRun run = StoredRun.open(directory)) {
            Checkpoint from = run.checkpoint().orElse(null);
            return search(store, run.known(EXPERIMENT), from, budget, folds);
        }
    }

    static Manifest manifest() {
        return new Manifest("bowl", "experiment: bowl", RunKind.EVOLUTION, RUN, NOW, "", Map.of("code", "test"));
    }

    private Ending search(RunStore store, KnownTrials known, @Nullable Checkpoint from, Budget budget, int folds) {
        var self = new CompletableFuture<LocalEvaluator>();
        var objective = new Stopping(objective(), new AtomicInteger(folds), self);
        var limits = new Limits(budget.trials(), () -> false);
        try (var evaluator = new LocalEvaluator(objective, known, workers, limits, store)) {
            self.complete(evaluator);
            var search = new Search(SPACE, RUN, List.of(), budget, Direction.MAXIMISE, from, evaluator, store);
            Ending ending = new GeneticSearch(settings).search(search);
            store.ended(ending);
            return ending;
        }
    }

    /// Stops its own evaluator after some folds.
    private record Stopping(Objective objective, AtomicInteger left, CompletableFuture<LocalEvaluator> evaluator)
            implements Objective {
        @Override
        public int folds() {
            return objective.folds();
        }

        @Override
        public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
            FoldResult result = objective.evaluate(trial, fold);
            if (left.decrementAndGet() == 0) {
                evaluator.join().stop();
            }
            return result;
        }
    }

    private FakeObjective objective() {
        return FakeObjective.of(3, StoredSearch::evaluate).taking(milliseconds);
    }

    /// One in five fails, in one of its folds.
    private static FoldResult evaluate(Trial trial, int fold) throws EvaluationException {
        var random = trial.seed().random();
        if (random.nextDouble() < 0.2 && fold == random.nextInt(3)) {
            throw new EvaluationException("fold " + fold + " diverged");
        }
        double noise = trial.seed().derive("fold", fold).random().nextDouble();
        var epochs = List.of(new FoldResult.Epoch(1, noise), new FoldResult.Epoch(2, noise / 3));
        return new FoldResult(
                new Score(worth(trial.configuration()) + noise / 10),
                Map.of("noise", noise),
                epochs,
                Duration.ofMillis(fold));
    }

    private static double worth(Configuration configuration) {
        double rate = configuration.has("rate") ? -Math.abs(StrictMath.log10(configuration.real("rate")) + 2) : -3;
        double depth = configuration.has("depth") ? configuration.real("depth") / 10 : 0;
        return rate + depth - configuration.real("dropout");
    }
}
