package dev.mendel.api;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.Stepwise;
import dev.mendel.trial.Trial;

/// A function that tells of its epochs as objective.
///
/// @param epochs how many it tells, at least 1
record TrainedObjective(int epochs, Trained trained) implements Stepwise {
    TrainedObjective {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: " + epochs + " is not 1 or more");
        }
    }

    @Override
    public Attempt begin(Trial trial, int fold) {
        return new TrainedAttempt(trained, trial, epochs);
    }
}
