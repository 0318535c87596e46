package dev.mendel.trial.evaluate;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.UnreachableException;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// Evaluates folds on the calling thread.
final class LocalSite implements FoldSite {
    private static final Logger LOG = LogManager.getLogger(LocalSite.class);

    private final Objective objective;

    /// @param objective not closed by this
    LocalSite(Objective objective) {
        this.objective = Guarded.of(objective);
    }

    @Override
    public Answer evaluate(Trial trial, int fold) throws InterruptedException {
        long began = System.nanoTime();
        try (Attempt attempt = objective.begin(trial, fold)) {
            return new Result(attempt.complete());
        } catch (UnreachableException e) {
            LOG.warn("trial {}, fold {}: its machine can't be reached: {}", trial.id(), fold, e.getMessage());
            return new Unreachable(String.valueOf(e.getMessage()));
        } catch (EvaluationException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            LOG.info("trial {}, fold {} failed: {} ({})", trial.id(), fold, reason, trial.configuration());
            Duration clock = Duration.ofNanos(System.nanoTime() - began);
            return new Failure(new Outcome.Failed(fold, reason, e.time().orElse(clock)));
        }
    }
}
