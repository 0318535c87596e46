package dev.mendel.bench;

import dev.mendel.search.Budget;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchObserver;
import dev.mendel.search.Stopping;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.util.List;
import java.util.Map;

/// The race of a search's best over repeats, as `mendel retest --race` has it, after a search of a noisy task
/// in which each trial was evaluated once.
///
/// @param count how many race, at most [Race#TOGETHER]
public record RaceAgain(int count) {
    private static final int REPEATS = 16;

    public RaceAgain {
        if (count < 1 || count > Race.TOGETHER) {
            throw new IllegalArgumentException(count + " is not a whole number from 1 to " + Race.TOGETHER);
        }
    }

    /// The number of evaluations that it takes.
    public int evaluations() {
        int evaluations = 0;
        int left = count;
        int done = 0;
        for (int repeats = 2; repeats <= REPEATS; repeats *= 2) {
            evaluations += left * (repeats - done);
            done = repeats;
            left = (left + 1) / 2;
        }
        return evaluations;
    }

    /// The winner's score, without noise.
    ///
    /// @param believed configurations in the order in which they are chosen
    double winner(SearchSpace space, Noisy noisy, List<Configuration> believed, Seed seed) {
        Race race = Stopping.halving(REPEATS).race(REPEATS, 1);
        var meter = new CostMeter(race, Double.POSITIVE_INFINITY);
        var fresh = new KnownTrials(seed.derive("again"));
        var again = new Noisy(noisy.own(), noisy.deviation(), REPEATS);
        try (var evaluator = new LocalEvaluator(again, fresh, 1, Limits.NONE, meter)) {
            new GridSearch(believed.stream().limit(count).toList())
                    .search(new Search(
                            space,
                            seed,
                            List.of(),
                            Map.of(),
                            Budget.NONE,
                            Direction.MAXIMISE,
                            race,
                            null,
                            evaluator,
                            SearchObserver.NONE));
        }
        return meter.after(Double.POSITIVE_INFINITY);
    }
}
