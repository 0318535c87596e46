package dev.mendel.search;

/// An event of a search, other than those of its trials.
public sealed interface SearchEvent {

    /// A generation is complete.
    record GenerationFinished(Generation generation, GenerationSummary summary) implements SearchEvent {}

    /// The search waits for something outside of it, or goes on after it has.
    ///
    /// @param why one line for people
    record Waiting(String why) implements SearchEvent {}
}
