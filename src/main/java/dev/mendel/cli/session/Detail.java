package dev.mendel.cli.session;

/// The level of detail shown of a session.
public enum Detail {
    /// The result only.
    QUIET,
    /// A line a generation.
    NORMAL,
    /// A line a trial.
    VERBOSE
}
