package dev.mendel.trial;

import java.util.Optional;

/// An objective whose end is another one than its own: that of a loan, which is none, or of what it came with
/// too.
///
/// @param end what [#close] does
public record Closing(Objective own, Runnable end) implements Objective {
    /// An objective that is the caller's to close.
    public static Closing lent(Objective own) {
        return new Closing(own, () -> {});
    }

    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public int epochs() {
        return own.epochs();
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

    @Override
    public void close() {
        end.run();
    }
}
