package dev.mendel.search;

import dev.mendel.trial.TrialObserver;

/// Watches a search: its trials and its generations. Called as [TrialObserver] says.
public interface SearchObserver extends TrialObserver {

    /// A generation is complete.
    default void generationFinished(Generation generation, GenerationSummary summary) {}
}
