package dev.mendel.analysis;

import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Rungs;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Evaluations as a test writes them down.
final class Trials {
    private final SearchSpace space;
    private final List<Evaluation> evaluations = new ArrayList<>();

    Trials(SearchSpace space) {
        this.space = space;
    }

    Trials scored(double score, Value... values) {
        return with(new Outcome.Finished(List.of(FoldResult.of(score))), values);
    }

    Trials failed(Value... values) {
        return with(new Outcome.Failed(0, "diverged", Duration.ZERO), values);
    }

    Trials stopped(Value... values) {
        return with(new Outcome.Stopped(Rungs.of(0.95)), values);
    }

    List<Evaluation> all() {
        return List.copyOf(evaluations);
    }

    private Trials with(Outcome outcome, Value... values) {
        var trial = new Trial(new TrialId(evaluations.size() + 1), space.canonical(List.of(values)), new Seed(1));
        evaluations.add(new Evaluation(trial, 0, outcome));
        return this;
    }
}
