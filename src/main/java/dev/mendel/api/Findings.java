package dev.mendel.api;

import dev.mendel.search.SearchListener;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Remembers the best trial of a search, and what may be on its front. May be asked while it goes on.
final class Findings implements SearchListener {
    private final Direction direction;
    private final Goals goals;
    private final TreeMap<TrialId, Evaluation> judged = new TreeMap<>();
    private @Nullable Evaluation best;
    private @Nullable String failure;

    Findings(Plan plan) {
        direction = plan.direction();
        goals = plan.goals();
    }

    @Override
    public synchronized void finished(Trial trial, Outcome outcome) {
        switch (outcome) {
            case Outcome.Finished _ -> found(new Evaluation(trial, 0, outcome));
            case Outcome.Failed failed -> failed(failed.reason());
            case Outcome.Stopped _ -> {}
        }
    }

    synchronized void failed(String reason) {
        failure = failure == null ? reason : failure;
    }

    /// Takes in a result in the objective's own values.
    synchronized void told(Trial trial, FoldResult result) {
        var score = direction.score(result.score().value());
        finished(
                trial,
                new Outcome.Finished(
                        List.of(new FoldResult(score, result.measures(), result.epochs(), result.time()))));
    }

    private void found(Evaluation evaluation) {
        if (goals.isOn()) {
            judged.put(evaluation.trial().id(), evaluation);
        }
        best = best == null || isBetter(evaluation, best) ? evaluation : best;
    }

    synchronized Optional<Optimum> best() {
        return Optional.ofNullable(best)
                .map(each -> new Optimum(
                        direction.value(each.outcome().score().orElseThrow().value()), each.trial()));
    }

    /// The front so far, the best by the first objective first.
    synchronized List<Solution> front() {
        return Solution.front(List.copyOf(judged.values()), goals);
    }

    synchronized NoValueException nothing() {
        return new NoValueException("no trial has a value"
                + (failure == null ? ": the search ended before one was finished" : "; one failed so: " + failure));
    }

    /// Trials finish in any order; which of equals is the best must not depend on it.
    private boolean isBetter(Evaluation one, Evaluation other) {
        int more = Double.compare(worth(one), worth(other));
        return more > 0
                || (more == 0 && one.trial().id().compareTo(other.trial().id()) < 0);
    }

    private double worth(Evaluation evaluation) {
        return goals.isOn()
                ? goals.worth(evaluation.outcome()).getFirst()
                : evaluation.outcome().score().orElseThrow().value();
    }
}
