package dev.mendel.api;

import dev.mendel.search.SearchListener;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers the best trial of a search. May be asked while it goes on.
final class Findings implements SearchListener {
    private final Direction direction;
    private @Nullable Optimum best;
    private @Nullable String failure;

    Findings(Direction direction) {
        this.direction = direction;
    }

    @Override
    public synchronized void finished(Trial trial, Outcome outcome) {
        switch (outcome) {
            case Outcome.Finished finished -> valued(trial, direction.value(finished.mean()));
            case Outcome.Failed failed -> failed(failed.reason());
            case Outcome.Stopped _ -> {}
        }
    }

    synchronized void failed(String reason) {
        failure = failure == null ? reason : failure;
    }

    synchronized void valued(Trial trial, double value) {
        var found = new Optimum(value, trial);
        best = best == null || isBetter(found, best) ? found : best;
    }

    synchronized Optional<Optimum> best() {
        return Optional.ofNullable(best);
    }

    synchronized NoValueException nothing() {
        return new NoValueException("no trial has a value"
                + (failure == null ? ": the search ended before one was finished" : "; one failed so: " + failure));
    }

    /// Trials finish in any order; which of equals is the best must not depend on it.
    private boolean isBetter(Optimum one, Optimum other) {
        int more = direction.score(one.value()).compareTo(direction.score(other.value()));
        return more > 0
                || (more == 0 && one.trial().id().compareTo(other.trial().id()) < 0);
    }
}
