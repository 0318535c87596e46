package dev.mendel.trial;

import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// Evaluates a fold again where it fails, with the same seed, before it counts as failed.
///
/// @param own closed with this
/// @param times how often again, at least 0
public record Retrying(Objective own, int times) implements Stepwise {
    private static final Logger LOG = LogManager.getLogger(Retrying.class);

    public Retrying {
        if (times < 0) {
            throw new IllegalArgumentException("retry: " + times + " is not 0 or more");
        }
    }

    /// As often as is said; never is the objective itself.
    public static Objective of(Objective own, int times) {
        return times == 0 ? own : new Retrying(Guarded.of(own), times);
    }

    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public int epochs() {
        return own.epochs();
    }

    /// A step that fails is taken again by an evaluation that begins anew and goes as far.
    @Override
    public Attempt begin(Trial trial, int fold) {
        return new RetryingAttempt(trial, fold);
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return own.test(trial);
    }

    @Override
    public void close() {
        own.close();
    }

    private final class RetryingAttempt implements Attempt {
        private final Trial trial;
        private final int fold;
        private @Nullable Attempt attempt;
        private int advanced;
        private int tries;

        private RetryingAttempt(Trial trial, int fold) {
            this.trial = trial;
            this.fold = fold;
        }

        @Override
        public Progress advance(int epochs) throws EvaluationException, InterruptedException {
            Progress progress = again(() -> current().advance(epochs));
            advanced = (int) Math.min((long) advanced + epochs, ALL);
            return progress;
        }

        @Override
        public FoldResult result() throws EvaluationException, InterruptedException {
            return again(() -> current().result());
        }

        @Override
        public void close() {
            Attempt open = attempt;
            attempt = null;
            if (open != null) {
                open.close();
            }
        }

        /// The evaluation under way; where there is none, a new one that has come as far as the last had.
        private Attempt current() throws EvaluationException, InterruptedException {
            Attempt open = attempt;
            if (open == null) {
                open = own.begin(trial, fold);
                attempt = open;
                if (advanced > 0) {
                    open.advance(advanced);
                }
            }
            return open;
        }

        private <T> T again(Step<T> step) throws EvaluationException, InterruptedException {
            while (true) {
                try {
                    return step.take();
                } catch (UnreachableException e) {
                    close();
                    throw e;
                } catch (EvaluationException e) {
                    close();
                    if (tries == times) {
                        throw e;
                    }
                    tries++;
                    LOG.info("trial {}, fold {} failed and is tried again: {}", trial.id(), fold, e.getMessage());
                }
            }
        }
    }

    private interface Step<T> {
        T take() throws EvaluationException, InterruptedException;
    }
}
