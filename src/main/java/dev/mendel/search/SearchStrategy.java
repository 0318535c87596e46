package dev.mendel.search;

import dev.mendel.trial.Ending;

/// A way to search a space. What a strategy asks depends on the space, the run's seed and the scores it got, on
/// nothing else: the same search asks the same, whatever the number of workers, and one that goes on from a
/// checkpoint asks what it would have asked without the interruption.
public interface SearchStrategy {

    /// Searches until there is nothing left to do or the budget is spent. Reports every complete generation.
    Ending search(Search search);
}
