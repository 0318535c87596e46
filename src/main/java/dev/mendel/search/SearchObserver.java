package dev.mendel.search;

import dev.mendel.trial.FoldRun;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialObserver;
import java.util.List;

/// Watches a search: its trials and its generations. Called as [TrialObserver] says.
public interface SearchObserver extends TrialObserver {

    /// A generation is complete.
    default void generationFinished(Generation generation, GenerationSummary summary) {}

    /// Several observers as one, told in their order: the one that makes things durable comes first.
    static SearchObserver all(List<SearchObserver> observers) {
        List<SearchObserver> inOrder = List.copyOf(observers);
        return new SearchObserver() {
            @Override
            public void asked(int generation, List<Trial> trials) {
                inOrder.forEach(observer -> observer.asked(generation, trials));
            }

            @Override
            public void takenOver(Trial trial, String run) {
                inOrder.forEach(observer -> observer.takenOver(trial, run));
            }

            @Override
            public void foldFinished(FoldRun run) {
                inOrder.forEach(observer -> observer.foldFinished(run));
            }

            @Override
            public void finished(Trial trial, Outcome outcome) {
                inOrder.forEach(observer -> observer.finished(trial, outcome));
            }

            @Override
            public void caughtUp() {
                inOrder.forEach(SearchObserver::caughtUp);
            }

            @Override
            public void generationFinished(Generation generation, GenerationSummary summary) {
                inOrder.forEach(observer -> observer.generationFinished(generation, summary));
            }
        };
    }
}
