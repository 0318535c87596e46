package dev.mendel.bench;

import dev.mendel.bench.landscape.Family;
import dev.mendel.search.Budget;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchObserver;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The quality of a search's results: many searches of a task with different seeds, and the distance of the
/// best of their first trials from the optimum.
public final class SearchBenchmark implements AutoCloseable {
    private static final Seed EXPERIMENT = new Seed(1);

    private final List<Integer> budgets;
    private final int seeds;
    private final @Nullable RaceAgain again;
    private final ExecutorService threads;

    /// A way to search.
    ///
    /// @param name the name in tables
    /// @param generations how many at most follow the first population
    /// @param stopping how trials are stopped that will not win, in tasks that tell of them on their way
    public record Contender(String name, EvolutionSettings settings, long generations, Stopping stopping) {
        /// A way to search in which every trial goes to its end.
        public Contender(String name, EvolutionSettings settings, long generations) {
            this(name, settings, generations, Stopping.NONE);
        }
    }

    /// @param budgets the numbers of different configurations after which is looked, ascending; of whole
    ///     trials' work, where trials may be stopped
    /// @param seeds how many searches there are of each task, with the seeds 1, 2, 3, …
    /// @param workers how many of them run at once
    public SearchBenchmark(List<Integer> budgets, int seeds, int workers) {
        this(budgets, seeds, workers, 0);
    }

    /// @param budgets as above; of noisy tasks, numbers of evaluations
    /// @param again how many of the best race again once a search of a noisy task is over, out of the same
    ///     budget; 0 for none
    public SearchBenchmark(List<Integer> budgets, int seeds, int workers, int again) {
        this.again = again == 0 ? null : new RaceAgain(again);
        this.budgets = List.copyOf(budgets);
        this.seeds = seeds;
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /// The normalized regrets of a task's searches.
    ///
    /// @param objective the task's
    /// @return a row for each budget, in it a number for each seed
    /// @throws InterruptedException if the thread was interrupted meanwhile
    public double[][] regrets(SearchTask task, Objective objective, Contender contender) throws InterruptedException {
        return together(LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> threads.submit(() -> search(task, objective, contender, new Seed(seed))))
                .toList());
    }

    /// The normalized regrets of searches of a family's landscapes, the first with the seed 1, the second with
    /// 2: as many as there are seeds.
    ///
    /// @return a row for each budget, in it a number for each landscape
    /// @throws InterruptedException if the thread was interrupted meanwhile
    public double[][] regrets(Family family, Contender contender) throws InterruptedException {
        return together(LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> threads.submit(() -> {
                    SearchTask task = SearchTask.of(family, new Seed(seed));
                    try (Objective objective = task.objective()) {
                        return search(task, objective, contender, new Seed(seed));
                    }
                }))
                .toList());
    }

    private double[][] together(List<Future<double[]>> searches) throws InterruptedException {
        double[][] regrets = new double[budgets.size()][seeds];
        for (int seed = 0; seed < seeds; seed++) {
            double[] found = result(searches.get(seed));
            for (int budget = 0; budget < found.length; budget++) {
                regrets[budget][seed] = found[budget];
            }
        }
        return regrets;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private double[] search(SearchTask task, Objective objective, Contender contender, Seed seed) {
        return task.curves() == null
                ? searchWhole(task, objective, contender, seed)
                : searchByCost(task, task.curves(), objective, contender, seed);
    }

    private double[] searchByCost(
            SearchTask task, SearchTask.Curves curves, Objective objective, Contender contender, Seed seed) {
        Stopping stopping = contender.stopping();
        Stopping own = stopping.rungs().isEmpty()
                ? new Stopping(stopping.on(), curves.rungs(), stopping.keep(), stopping.grace(), stopping.of())
                : stopping;
        Race race = own.race(curves.folds(), curves.epochs());
        var meter = new CostMeter(race, budgets.getLast());
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(EXPERIMENT), 1, Limits.NONE, meter)) {
            new GeneticSearch(contender.settings())
                    .search(new Search(
                            task.space(),
                            seed,
                            List.of(),
                            Map.of(),
                            Budget.NONE.withGenerations(contender.generations()),
                            Direction.MAXIMISE,
                            race,
                            null,
                            meter.limiting(evaluator),
                            SearchObserver.NONE));
        }
        return budgets.stream()
                .mapToDouble(cost -> {
                    double score = again == null ? meter.after(cost) : winner(task, objective, meter, cost, seed);
                    return score == Double.NEGATIVE_INFINITY
                            ? 1
                            : task.regret(task.direction().value(score));
                })
                .toArray();
    }

    private double winner(SearchTask task, Objective objective, CostMeter meter, int evaluations, Seed seed) {
        RaceAgain race = Objects.requireNonNull(again);
        List<Configuration> believed = meter.believed(evaluations - race.evaluations(), task.space());
        return race.winner(task.space(), (Noisy) objective, believed, seed);
    }

    private double[] searchWhole(SearchTask task, Objective objective, Contender contender, Seed seed) {
        var evaluator = new MemoryEvaluator(objective, budgets.getLast());
        var budget = Budget.NONE.withGenerations(contender.generations());
        TaskFront front = task.front();
        new GeneticSearch(contender.settings())
                .search(new Search(
                        task.space(),
                        seed,
                        List.of(),
                        Map.of(),
                        budget,
                        Direction.MAXIMISE,
                        Race.NONE,
                        null,
                        evaluator,
                        SearchObserver.NONE,
                        front == null ? Goals.NONE : front.goals()));
        return budgets.stream()
                .mapToDouble(trials -> front == null
                        ? task.regret(task.direction().value(evaluator.after(trials)))
                        : front.regret(evaluator.first(trials)))
                .toArray();
    }

    private static double[] result(Future<double[]> search) throws InterruptedException {
        try {
            return search.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search went wrong: " + e.getCause(), e);
        }
    }
}
