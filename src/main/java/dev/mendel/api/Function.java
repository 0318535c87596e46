package dev.mendel.api;

import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A function as objective.
record Function(Evaluated evaluated) implements Objective {
    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        long began = System.nanoTime();
        double value = value(trial);
        return result(value, Duration.ofNanos(System.nanoTime() - began));
    }

    /// A result of a value alone.
    ///
    /// @throws EvaluationException if it is no score
    static FoldResult result(double value, Duration time) throws EvaluationException {
        if (!Score.isOne(value)) {
            throw new EvaluationException(
                    "its value is " + value + ", and a finite number is wanted, of size 1e300 at most");
        }
        return new FoldResult(new Score(value), Map.of(), List.of(), time);
    }

    private double value(Trial trial) throws EvaluationException, InterruptedException {
        try {
            return evaluated.value(trial);
        } catch (EvaluationException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new EvaluationException(e.toString(), e);
        }
    }
}
