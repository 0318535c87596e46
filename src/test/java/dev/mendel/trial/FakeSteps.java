package dev.mendel.trial;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleBiFunction;

/// An objective in steps whose score is that of a function of the trial and the epochs done; by default their
/// number.
public final class FakeSteps implements Stepwise {
    private final int folds;
    private final int epochs;
    private final ToDoubleBiFunction<Trial, Integer> score;
    private final AtomicInteger trained = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile int failsAfter;

    public FakeSteps(int folds, int epochs) {
        this(folds, epochs, (_, done) -> done);
    }

    public FakeSteps(int folds, int epochs, ToDoubleBiFunction<Trial, Integer> score) {
        this.folds = folds;
        this.epochs = epochs;
        this.score = score;
    }

    /// Fails once, when it has come so far.
    FakeSteps failingOnceAfter(int epoch) {
        failsAfter = epoch;
        return this;
    }

    /// The epochs of all evaluations together.
    public int epochsTrained() {
        return trained.get();
    }

    /// The evaluations that are begun and not closed.
    public int open() {
        return open.get();
    }

    @Override
    public int folds() {
        return folds;
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public Attempt begin(Trial trial, int fold) {
        open.incrementAndGet();
        return new Attempt() {
            private int done;

            @Override
            public Progress advance(int more) throws EvaluationException {
                int to = (int) Math.min((long) done + more, epochs);
                for (; done < to; done++) {
                    if (failsAfter != 0 && done == failsAfter) {
                        failsAfter = 0;
                        throw new EvaluationException("broken after epoch " + done);
                    }
                    trained.incrementAndGet();
                }
                return new Progress(done, done == epochs);
            }

            @Override
            public FoldResult result() {
                return FoldResult.of(score.applyAsDouble(trial, done));
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
