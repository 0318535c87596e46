package dev.mendel.trial;

/// An objective that is evaluated in steps: [#evaluate] takes all of them.
public interface Stepwise extends Objective {

    @Override
    default FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        try (Attempt attempt = begin(trial, fold)) {
            return attempt.complete();
        }
    }

    @Override
    Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException;
}
