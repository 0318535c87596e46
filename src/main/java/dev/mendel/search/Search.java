package dev.mendel.search;

import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.Evaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The input of a strategy.
///
/// @param seed the run's seed; everything random in the search derives from it
/// @param initial configurations to try first, as far as they are given: by name, the rest is completed
/// @param enqueued configurations that take the place of children, by generation from 1; likewise
/// @param budget how far to go; limits on trials and time are kept by the evaluator
/// @param direction of the budget's target
/// @param race over which rungs trials race
/// @param from where to go on; null for a new search
/// @param goals what trials are judged by beside their scores
public record Search(
        SearchSpace space,
        Seed seed,
        List<Map<String, Value>> initial,
        Map<Integer, List<Map<String, Value>>> enqueued,
        Budget budget,
        Direction direction,
        Race race,
        @Nullable Checkpoint from,
        Evaluator evaluator,
        SearchObserver observer,
        Goals goals) {
    public Search {
        initial = List.copyOf(initial);
        enqueued = Map.copyOf(enqueued);
    }

    /// A search for the best score.
    public Search(
            SearchSpace space,
            Seed seed,
            List<Map<String, Value>> initial,
            Map<Integer, List<Map<String, Value>>> enqueued,
            Budget budget,
            Direction direction,
            Race race,
            @Nullable Checkpoint from,
            Evaluator evaluator,
            SearchObserver observer) {
        this(space, seed, initial, enqueued, budget, direction, race, from, evaluator, observer, Goals.NONE);
    }

    /// A search whose children are all bred, and whose trials all go to their end.
    public Search(
            SearchSpace space,
            Seed seed,
            List<Map<String, Value>> initial,
            Budget budget,
            Direction direction,
            @Nullable Checkpoint from,
            Evaluator evaluator,
            SearchObserver observer) {
        this(space, seed, initial, Map.of(), budget, direction, Race.NONE, from, evaluator, observer);
    }

    /// The standing of the search before its first trial.
    public Standing standing() {
        return new Standing(budget, direction, goals);
    }

    /// The checkpoint to go on from; empty for a new search.
    public Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(from);
    }
}
