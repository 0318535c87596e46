package dev.mendel.api;

import dev.mendel.search.Budget;
import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchObserver;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Repeated;
import dev.mendel.trial.Retrying;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Timed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that an [Optimizer] was told.
///
/// @param stopping how trials are given up
/// @param goals what trials are judged by beside their values
/// @param timeout of an evaluation; null for none
/// @param store the directory of the run; null for none
/// @param listeners told of each event of the search, in their order
record Plan(
        SearchSpace space,
        Direction direction,
        SearchStrategy strategy,
        Budget budget,
        Stopping stopping,
        Goals goals,
        int workers,
        int repeats,
        int retries,
        Seed seed,
        @Nullable Duration timeout,
        @Nullable Path store,
        List<SearchListener> listeners) {
    Plan {
        listeners = List.copyOf(listeners);
    }

    Plan(SearchSpace space, Direction direction, SearchStrategy strategy, Budget budget) {
        this(
                space,
                direction,
                strategy,
                budget,
                Stopping.NONE,
                Goals.NONE,
                1,
                1,
                0,
                new Seed(1),
                null,
                null,
                List.of());
    }

    /// An objective as it is asked: as often as is said, within the time that is said, for values to be
    /// maximised.
    Objective asked(Objective objective) {
        // on threads of its own where it may have to be left behind
        boolean timed = timeout != null || budget.time().compareTo(Budget.FOREVER) < 0;
        Objective evaluated = timed ? new Timed(objective, timeout) : objective;
        return direction.turn(Repeated.of(Retrying.of(goals.require(evaluated), retries), repeats));
    }

    /// An observer and the listeners after it, as one.
    SearchObserver watched(SearchObserver first) {
        return listeners.isEmpty()
                ? first
                : SearchObserver.all(
                        Stream.concat(Stream.of(first), listeners.stream()).toList());
    }

    Plan withStrategy(SearchStrategy other) {
        return new Plan(
                space, direction, other, budget, stopping, goals, workers, repeats, retries, seed, timeout, store,
                listeners);
    }

    Plan withBudget(Budget other) {
        return new Plan(
                space, direction, strategy, other, stopping, goals, workers, repeats, retries, seed, timeout, store,
                listeners);
    }

    Plan withStopping(Stopping other) {
        return new Plan(
                space, direction, strategy, budget, other, goals, workers, repeats, retries, seed, timeout, store,
                listeners);
    }

    Plan withGoals(Goals other) {
        return new Plan(
                space, direction, strategy, budget, stopping, other, workers, repeats, retries, seed, timeout, store,
                listeners);
    }

    Plan withWorkers(int count) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, count, repeats, retries, seed, timeout, store,
                listeners);
    }

    Plan withRepeats(int count) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, count, retries, seed, timeout, store,
                listeners);
    }

    Plan withRetries(int times) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, repeats, times, seed, timeout, store,
                listeners);
    }

    Plan withSeed(Seed other) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, repeats, retries, other, timeout, store,
                listeners);
    }

    Plan withTimeout(Duration limit) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, repeats, retries, seed, limit, store,
                listeners);
    }

    Plan withStore(Path directory) {
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, repeats, retries, seed, timeout,
                directory, listeners);
    }

    Plan withListener(SearchListener another) {
        List<SearchListener> all =
                Stream.concat(listeners.stream(), Stream.of(another)).toList();
        return new Plan(
                space, direction, strategy, budget, stopping, goals, workers, repeats, retries, seed, timeout, store,
                all);
    }
}
