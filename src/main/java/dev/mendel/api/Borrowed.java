package dev.mendel.api;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.util.Optional;

/// An objective that is the caller's to close.
record Borrowed(Objective own) implements Objective {
    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return own.evaluate(trial, fold);
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return own.begin(trial, fold);
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return own.test(trial);
    }
}
