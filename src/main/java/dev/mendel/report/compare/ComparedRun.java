package dev.mendel.report.compare;

import dev.mendel.store.StoredRun;

/// A run that takes part in a comparison.
///
/// @param run open as long as the comparison is being made
/// @param arm the group it is one of: its strategy and, among evolutions, the settings that differ
/// @param role its role in the comparison
public record ComparedRun(StoredRun run, String arm, Role role) {

    /// The role of a run in a comparison.
    public enum Role {
        /// The result of a search, and its course.
        SEARCH,
        /// The same, with the optimum of the grid.
        COMPLETE_GRID,
        /// The scores of found configurations under other folds of the same pairs.
        FOLDS_AGAIN,
        /// The scores of found configurations on pairs that no search has seen.
        FRESH_PAIRS
    }
}
