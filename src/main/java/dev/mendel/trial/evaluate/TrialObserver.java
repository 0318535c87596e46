package dev.mendel.trial.evaluate;

/// Watches trials come and go. All calls come from the one thread that asks for evaluations, in the order in
/// which things happen. An exception of an observer ends the search: a run that can't be recorded must not go
/// on.
public interface TrialObserver {
    void on(TrialEvent event);
}
