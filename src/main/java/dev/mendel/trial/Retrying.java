package dev.mendel.trial;

import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// Evaluates a fold again where it fails, with the same seed, before it counts as failed.
///
/// @param own closed with this
/// @param times how often again, at least 0
public record Retrying(Objective own, int times) implements Objective {
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
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return own.evaluate(trial, fold);
            } catch (UnreachableException e) {
                throw e;
            } catch (EvaluationException e) {
                if (tries == times) {
                    throw e;
                }
                LOG.info("trial {}, fold {} failed and is tried again: {}", trial.id(), fold, e.getMessage());
            }
        }
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return own.test(trial);
    }

    @Override
    public void close() {
        own.close();
    }
}
