package dev.mendel.report.run;

/// The kind of objective that a run evaluates. It decides the words of the page: only networks have folds and
/// trainings.
public enum Subject {
    /// Networks that compare two digits, trained by Mendel.
    PAIRS,
    /// A program of the user's.
    PROGRAM,
    /// A class of the user's.
    FUNCTION
}
