package dev.mendel.api;

import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.util.List;

/// A search that is about to be made, in memory or as a session of a stored run. [#stop] is for any thread, all
/// else for one.
interface Conduct extends AutoCloseable {
    /// The search that a plan describes.
    ///
    /// @param asked the objective as [Plan#asked] makes it
    /// @param workers how many folds are evaluated at once
    static Conduct of(Plan plan, Objective asked, int workers) {
        return plan.store() == null
                ? new InMemory(plan, asked, workers)
                : new Stored(plan, plan.store(), asked, workers);
    }

    /// Takes over the best that is known before the search.
    void tell(Findings found);

    /// Trials that an earlier session has asked for, and that have no outcome.
    List<Trial> open();

    /// Searches to the end, or until [#stop].
    void search(SearchObserver observer);

    /// Makes the search end soon.
    void stop();

    @Override
    void close();
}
