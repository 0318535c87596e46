package dev.mendel.search;

/// Something that happened to a search, beside what happened to its trials.
public sealed interface SearchEvent {

    /// A generation is complete.
    record GenerationFinished(Generation generation, GenerationSummary summary) implements SearchEvent {}

    /// The search waits for something outside of it, or goes on after it has.
    ///
    /// @param why one line for people
    record Waiting(String why) implements SearchEvent {}
}
