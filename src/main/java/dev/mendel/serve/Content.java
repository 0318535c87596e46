package dev.mendel.serve;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.report.Page;
import java.util.List;
import java.util.Map;

/// What a page shows, computed anew for each change. Called by one thread at a time.
interface Content {
    /// The page that draws it.
    Page page();

    /// The title of the browser's tab.
    String title();

    /// The way to it: names of pages, with their addresses.
    List<Step> trail();

    /// The addresses to which points and rows lead, by what they stand for.
    default Map<String, String> links() {
        return Map.of();
    }

    /// The data for the page's script, as they are now.
    ///
    /// @param thorough whether there is time for what takes long
    /// @throws ExperimentException if this version does not understand a run's experiment
    /// @throws dev.mendel.store.StoreException if a run can't be read
    Record view(boolean thorough) throws ExperimentException;

    /// Whether the last view left something out for want of time.
    default boolean isBehind() {
        return false;
    }

    /// A page on the way.
    record Step(String name, String address) {}
}
