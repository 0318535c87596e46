package dev.mendel.cli.session;

/// How much is shown of a session.
public enum Detail {
    /// The result only.
    QUIET,
    /// A line a generation.
    NORMAL,
    /// A line a trial.
    VERBOSE
}
