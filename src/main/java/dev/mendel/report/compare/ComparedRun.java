package dev.mendel.report.compare;

import dev.mendel.store.StoredRun;

/// A run that takes part in a comparison.
///
/// @param run open as long as the comparison is being made
/// @param arm what it is one of several runs of: its strategy and, among evolutions, what their settings differ
///     in
/// @param role what it is there for
public record ComparedRun(StoredRun run, String arm, Role role) {

    /// What a run contributes.
    public enum Role {
        /// What it found, and how soon.
        SEARCH,
        /// The same, and what the best of all points is.
        COMPLETE_GRID,
        /// The scores of found configurations under other folds of the same pairs.
        FOLDS_AGAIN,
        /// The scores of found configurations on pairs that no search has seen.
        FRESH_PAIRS
    }
}
