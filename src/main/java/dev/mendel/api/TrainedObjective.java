package dev.mendel.api;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;

/// A function that tells of its epochs as objective.
///
/// @param epochs how many it tells, at least 1
record TrainedObjective(int epochs, Trained trained) implements Objective {
    TrainedObjective {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: " + epochs + " is not 1 or more");
        }
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        try (Attempt attempt = begin(trial, fold)) {
            return attempt.complete();
        }
    }

    @Override
    public Attempt begin(Trial trial, int fold) {
        return new TrainedAttempt(trained, trial, epochs);
    }
}
