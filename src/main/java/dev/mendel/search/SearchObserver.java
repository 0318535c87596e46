package dev.mendel.search;

import dev.mendel.trial.evaluate.TrialEvent;
import dev.mendel.trial.evaluate.TrialObserver;
import java.util.List;

/// Watches a search: its trials and its generations. Called as [TrialObserver] says.
public interface SearchObserver extends TrialObserver {
    /// One that watches nothing.
    SearchObserver NONE = new SearchListener() {};

    void on(SearchEvent event);

    /// Several observers as one, called in their order: the one that makes events durable comes first.
    static SearchObserver all(List<SearchObserver> observers) {
        List<SearchObserver> inOrder = List.copyOf(observers);
        return new SearchObserver() {
            @Override
            public void on(TrialEvent event) {
                inOrder.forEach(observer -> observer.on(event));
            }

            @Override
            public void on(SearchEvent event) {
                inOrder.forEach(observer -> observer.on(event));
            }
        };
    }
}
