package dev.mendel.search;

import dev.mendel.trial.evaluate.TrialListener;

/// An observer with a method for each event, of which it takes those it needs. See [SearchEvent].
public interface SearchListener extends SearchObserver, TrialListener {
    @Override
    default void on(SearchEvent event) {
        switch (event) {
            case SearchEvent.GenerationFinished(Generation generation, GenerationSummary summary) ->
                generationFinished(generation, summary);
            case SearchEvent.Waiting(String why) -> waiting(why);
        }
    }

    @Override
    default void siteChanged(String line) {
        waiting(line);
    }

    @Override
    default void unreached(int worker, String reason) {
        waiting("worker " + worker + " can't reach its machine: " + reason);
    }

    default void generationFinished(Generation generation, GenerationSummary summary) {}

    default void waiting(String why) {}
}
