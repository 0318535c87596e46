package dev.mendel.trial;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An evaluation that has one step: all of it.
final class WholeAttempt implements Attempt {
    private final Objective objective;
    private final Trial trial;
    private final int fold;
    private @Nullable FoldResult result;

    WholeAttempt(Objective objective, Trial trial, int fold) {
        this.objective = objective;
        this.trial = trial;
        this.fold = fold;
    }

    @Override
    public Progress advance(int epochs) throws EvaluationException, InterruptedException {
        FoldResult known = result;
        if (known == null) {
            known = Objects.requireNonNull(objective.evaluate(trial, fold), Guarded.NO_RESULT);
            result = known;
        }
        return new Progress(known.epochs().size(), true);
    }

    @Override
    public FoldResult result() {
        FoldResult known = result;
        if (known == null) {
            throw new IllegalStateException("there is no result before the evaluation has been advanced");
        }
        return known;
    }

    @Override
    public void close() {}
}
