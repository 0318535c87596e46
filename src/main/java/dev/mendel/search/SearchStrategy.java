package dev.mendel.search;

import dev.mendel.trial.Ending;

/// A way to search a space. The trials that a strategy asks for depend on the space, the run's seed and the
/// scores so far, on nothing else: the same search asks the same for any number of workers, and one that goes
/// on from a checkpoint asks what it would have asked without the interruption.
public interface SearchStrategy {

    /// Searches until there is nothing left to do or the budget is spent. Reports every complete generation.
    Ending search(Search search);
}
