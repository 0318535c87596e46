package dev.mendel.api;

import dev.mendel.search.Budget;
import dev.mendel.search.Search;
import dev.mendel.search.SearchObserver;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Repeated;
import dev.mendel.trial.Retrying;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Timed;
import dev.mendel.trial.evaluate.Evaluator;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search to be made, said part by part; each method returns another one. Immutable.
///
/// ```java
/// var space = SearchSpace.of(choices("kernel", "linear", "rbf"), realLog("c", 1e-3, 1e3));
/// Optimum best = Optimizer.maximise(space).trials(100).workers(4).seed(1)
///         .run(trial -> accuracy(trial.configuration().text("kernel"), trial.configuration().real("c")));
/// ```
///
/// The same search of the same function finds the same, for any number of workers, but for one that a limit on
/// time ends.
public final class Optimizer {
    private static final Budget USUAL = Budget.NONE.withGenerations(30).withFailures(50);

    private final SearchSpace space;
    private final Direction direction;
    private final Plan plan;

    /// The settings of a search beyond its space.
    private record Plan(
            SearchStrategy strategy,
            Budget budget,
            int workers,
            int repeats,
            int retries,
            Seed seed,
            @Nullable Duration timeout) {
        Plan(SearchStrategy strategy, Budget budget) {
            this(strategy, budget, 1, 1, 0, new Seed(1), null);
        }

        Plan withStrategy(SearchStrategy other) {
            return new Plan(other, budget, workers, repeats, retries, seed, timeout);
        }

        Plan withBudget(Budget other) {
            return new Plan(strategy, other, workers, repeats, retries, seed, timeout);
        }

        Plan withWorkers(int count) {
            return new Plan(strategy, budget, count, repeats, retries, seed, timeout);
        }

        Plan withRepeats(int count) {
            return new Plan(strategy, budget, workers, count, retries, seed, timeout);
        }

        Plan withRetries(int times) {
            return new Plan(strategy, budget, workers, repeats, times, seed, timeout);
        }

        Plan withSeed(Seed other) {
            return new Plan(strategy, budget, workers, repeats, retries, other, timeout);
        }

        Plan withTimeout(Duration limit) {
            return new Plan(strategy, budget, workers, repeats, retries, seed, limit);
        }
    }

    private Optimizer(SearchSpace space, Direction direction, Plan plan) {
        this.space = space;
        this.direction = direction;
        this.plan = plan;
    }

    /// Looks for the largest value: a genetic search of 30 generations by one worker, unless more is said.
    public static Optimizer maximise(SearchSpace space) {
        return usual(space, Direction.MAXIMISE);
    }

    /// Looks for the smallest value, likewise.
    public static Optimizer minimise(SearchSpace space) {
        return usual(space, Direction.MINIMISE);
    }

    private static Optimizer usual(SearchSpace space, Direction direction) {
        var strategy = new GeneticSearch(EvolutionSettings.defaults());
        return new Optimizer(space, direction, new Plan(strategy, USUAL));
    }

    /// Another way to search.
    public Optimizer strategy(SearchStrategy other) {
        return with(plan.withStrategy(other));
    }

    /// Other limits, instead of all said before.
    public Optimizer budget(Budget other) {
        return with(plan.withBudget(other));
    }

    /// Ends after that many different configurations, and not before.
    public Optimizer trials(long limit) {
        return budget(plan.budget().withTrials(limit).withGenerations(Budget.UNLIMITED));
    }

    /// Ends after that much time. What is evaluated then is interrupted and not kept, after [#grace].
    public Optimizer time(Duration limit) {
        return budget(plan.budget().withTime(limit));
    }

    /// Lets evaluations that are under way when the time is up end for so long.
    public Optimizer grace(Duration limit) {
        return budget(plan.budget().withGrace(limit));
    }

    /// Makes a trial a failed one where an evaluation takes longer; more than zero.
    public Optimizer timeout(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("timeout: " + limit + " is not more than none");
        }
        return with(plan.withTimeout(limit));
    }

    /// Ends after so many trials without a better one.
    public Optimizer stagnation(long trials) {
        return budget(plan.budget().withStagnation(trials).withGenerations(Budget.UNLIMITED));
    }

    /// Ends at a value as good as this, looked at after each generation.
    public Optimizer target(double value) {
        return budget(plan.budget().withTarget(value));
    }

    /// Ends after so many failed trials in a row, at least 1, or when the first ones all fail for the same reason;
    /// 50 unless said, [Budget#UNLIMITED] for never.
    public Optimizer failures(long inARow) {
        return budget(plan.budget().withFailures(inARow));
    }

    /// Evaluates what fails again, so often, before its trial counts as failed; 0 unless said.
    public Optimizer retries(int times) {
        return with(plan.withRetries(times));
    }

    /// Evaluates as many at once, at least 1.
    public Optimizer workers(int count) {
        return with(plan.withWorkers(count));
    }

    /// Evaluates each trial so often, each time with another seed, and takes the mean; at least 1.
    public Optimizer repeats(int count) {
        return with(plan.withRepeats(count));
    }

    /// The seed of the search and of its trials.
    public Optimizer seed(long seed) {
        return with(plan.withSeed(new Seed(seed)));
    }

    /// Searches to the end. An interrupted thread gets the best so far, and stays interrupted.
    ///
    /// @throws NoValueException if no trial has a value, with the reason of the first failure
    public Optimum run(Evaluated function) {
        return run(new Function(function));
    }

    /// Searches to the end, for an objective with folds, measures or epochs; it is not closed.
    ///
    /// @throws NoValueException if no trial has a value, with the reason of the first failure
    public Optimum run(Objective objective) {
        // on threads of its own where it may have to be left behind
        boolean timed = plan.timeout() != null || plan.budget().time().compareTo(Budget.FOREVER) < 0;
        Objective evaluated = timed ? new Timed(objective, plan.timeout()) : objective;
        Objective asked = direction.turn(Repeated.of(Retrying.of(evaluated, plan.retries()), plan.repeats()));
        var found = new Findings(direction);
        try (LocalEvaluator evaluator = evaluator(asked, found, plan.workers())) {
            search(evaluator, found);
        }
        return found.best().orElseThrow(found::nothing);
    }

    /// Begins a search whose trials are evaluated by the caller; workers and repeats don't count then.
    public AskTell open() {
        return new AskTell(this, direction);
    }

    LocalEvaluator evaluator(Objective asked, SearchObserver observer, int workers) {
        long began = System.nanoTime();
        Duration time = plan.budget().time();
        var limits = new Limits(
                plan.budget().trials(),
                () -> time.minusNanos(System.nanoTime() - began),
                plan.budget().grace());
        return new LocalEvaluator(asked, new KnownTrials(plan.seed()), workers, limits, observer);
    }

    void search(Evaluator evaluator, SearchObserver observer) {
        plan.strategy()
                .search(new Search(space, plan.seed(), List.of(), plan.budget(), direction, null, evaluator, observer));
    }

    private Optimizer with(Plan other) {
        return new Optimizer(space, direction, other);
    }
}
