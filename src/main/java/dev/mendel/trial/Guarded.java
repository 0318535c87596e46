package dev.mendel.trial;

import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// The net around an objective, which may be anybody's code: whatever it throws is an [EvaluationException] that
/// says what was thrown, and is logged with its stack trace. Only what the Java machine itself throws, being out
/// of memory, passes: it says nothing of the trial.
public final class Guarded implements Objective {
    private static final Logger LOG = LogManager.getLogger(Guarded.class);

    private final Objective objective;

    private Guarded(Objective objective) {
        this.objective = objective;
    }

    /// An objective inside the net; closed with it.
    public static Objective of(Objective objective) {
        return objective instanceof Guarded ? objective : new Guarded(objective);
    }

    /// @throws IllegalArgumentException if the objective has no number of folds from 1
    @Override
    public int folds() {
        int folds;
        try {
            folds = objective.folds();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the objective can't tell how many folds it has: " + e, e);
        }
        if (folds < 1) {
            throw new IllegalArgumentException("the objective has " + folds + " folds; allowed are 1 or more");
        }
        return folds;
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        try {
            return Objects.requireNonNull(objective.evaluate(trial, fold), "the objective returned no result");
        } catch (EvaluationException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            throw told(e, trial, "fold " + fold);
        }
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        try {
            return Objects.requireNonNull(objective.test(trial), "the objective returned no result");
        } catch (EvaluationException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            throw told(e, trial, "test");
        }
    }

    @Override
    public void close() {
        try {
            objective.close();
        } catch (RuntimeException e) {
            LOG.error("the objective can't be closed", e);
        }
    }

    private static EvaluationException told(Throwable thrown, Trial trial, String part) {
        if (thrown instanceof VirtualMachineError machine && !(thrown instanceof StackOverflowError)) {
            throw machine;
        }
        LOG.error("trial {}, {}: {}", trial.id(), part, trial.configuration(), thrown);
        String name = thrown.getClass().getSimpleName();
        String message = thrown.getMessage();
        return new EvaluationException(message == null ? name : name + ": " + message, thrown);
    }
}
