package dev.mendel.trial;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// The net around an objective, which may be anybody's code: each exception becomes an [EvaluationException]
/// that names it, and is logged with its stack trace. Only errors of the Java machine, being out of memory,
/// pass: they say nothing of the trial.
public final class Guarded implements Objective {
    static final String NO_RESULT = "the objective returned no result";

    private static final Logger LOG = LogManager.getLogger(Guarded.class);

    private final Objective objective;

    private Guarded(Objective objective) {
        this.objective = objective;
    }

    /// An objective inside the net; closed with it.
    public static Guarded of(Objective objective) {
        return objective instanceof Guarded guarded ? guarded : new Guarded(objective);
    }

    /// @throws IllegalArgumentException if the objective has no number of folds from 1
    @Override
    public int folds() {
        return count("folds", objective::folds);
    }

    /// @throws IllegalArgumentException if the objective has no number of epochs from 1
    @Override
    public int epochs() {
        return count("epochs", objective::epochs);
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return call(trial, "fold " + fold, () -> objective.evaluate(trial, fold));
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        String part = "fold " + fold;
        return new GuardedAttempt(call(trial, part, () -> objective.begin(trial, fold)), trial, part);
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return call(trial, "test", () -> objective.test(trial));
    }

    @Override
    public void close() {
        close(objective);
    }

    /// An evaluation of a part of a trial inside the net.
    private record GuardedAttempt(Attempt attempt, Trial trial, String part) implements Attempt {
        @Override
        public Progress advance(int epochs) throws EvaluationException, InterruptedException {
            return call(trial, part, () -> attempt.advance(epochs));
        }

        @Override
        public FoldResult result() throws EvaluationException, InterruptedException {
            return call(trial, part, attempt::result);
        }

        @Override
        public void close() {
            Guarded.close(attempt);
        }
    }

    private static int count(String what, IntSupplier told) {
        int count;
        try {
            count = told.getAsInt();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the objective can't tell how many " + what + " it has: " + e, e);
        }
        if (count < 1) {
            throw new IllegalArgumentException("the objective has " + count + " " + what + "; allowed are 1 or more");
        }
        return count;
    }

    /// A call of the objective's code.
    private interface Call<T> {
        T answer() throws Exception;
    }

    private static <T> T call(Trial trial, String part, Call<T> call) throws EvaluationException, InterruptedException {
        try {
            return Objects.requireNonNull(call.answer(), NO_RESULT);
        } catch (EvaluationException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            throw told(e, trial, part);
        }
    }

    private static void close(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
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
