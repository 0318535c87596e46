package dev.mendel.trial.evaluate;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// Evaluates folds on the calling thread. Those that wait keep their state in memory; where one is not here any
/// more, it is evaluated again from its beginning, with the same bits.
final class LocalSite implements FoldSite {
    private static final Logger LOG = LogManager.getLogger(LocalSite.class);

    private final Objective objective;
    private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();

    private record Key(TrialId trial, int fold) {}

    /// @param epochs how far it has come
    private record Waiting(Attempt attempt, int epochs) {}

    /// @param objective not closed by this
    LocalSite(Objective objective) {
        this.objective = Guarded.of(objective);
    }

    @Override
    public Answer evaluate(Trial trial, int fold, int epochs) throws InterruptedException {
        long began = System.nanoTime();
        Waiting found = waiting.remove(new Key(trial.id(), fold));
        try {
            Waiting waited = found == null ? new Waiting(objective.begin(trial, fold), 0) : found;
            boolean waits = false;
            try {
                if (epochs == Attempt.ALL) {
                    return new Result(waited.attempt().complete());
                }
                waited.attempt().advance(epochs - waited.epochs());
                FoldResult result = waited.attempt().result();
                waits = true;
                waiting.put(new Key(trial.id(), fold), new Waiting(waited.attempt(), epochs));
                return new Result(result);
            } finally {
                if (!waits) {
                    waited.attempt().close();
                }
            }
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

    @Override
    public void leave(TrialId trial) {
        for (Key key : List.copyOf(waiting.keySet())) {
            if (key.trial().equals(trial)) {
                Waiting left = waiting.remove(key);
                if (left != null) {
                    left.attempt().close();
                }
            }
        }
    }

    @Override
    public void close() {
        waiting.values().forEach(left -> left.attempt().close());
        waiting.clear();
    }
}
