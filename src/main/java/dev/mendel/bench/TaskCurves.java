package dev.mendel.bench;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import java.util.List;
import java.util.Objects;

/// A task's objective in steps: its answers hold the values after all epochs, of which a step shows so many.
///
/// @param own closed with this
/// @param epochs how many there are
record TaskCurves(Objective own, int epochs) implements Objective {
    /// The measure that an epoch's value is.
    private static final String VALUE = "value";

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
        return new Curve(own.evaluate(trial, fold));
    }

    @Override
    public void close() {
        own.close();
    }

    private static final class Curve implements Attempt {
        private final FoldResult whole;
        private int done;

        private Curve(FoldResult whole) {
            this.whole = whole;
        }

        @Override
        public Progress advance(int epochs) {
            done = (int) Math.min((long) done + epochs, whole.epochs().size());
            return new Progress(done, done == whole.epochs().size());
        }

        @Override
        public FoldResult result() {
            List<FoldResult.Epoch> epochs = whole.epochs().subList(0, done);
            return done == whole.epochs().size()
                    ? whole
                    : new FoldResult(
                            new Score(Objects.requireNonNull(
                                    epochs.getLast().measures().get(VALUE))),
                            whole.measures(),
                            epochs,
                            whole.time());
        }

        @Override
        public void close() {}
    }
}
