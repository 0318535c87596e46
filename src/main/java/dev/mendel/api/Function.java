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
        return result(value, Map.of(), Duration.ofNanos(System.nanoTime() - began));
    }

    /// A result of a value, with other measures.
    ///
    /// @throws EvaluationException if it is no score, or a measure is no finite number
    static FoldResult result(double value, Map<String, Double> measures, Duration time) throws EvaluationException {
        if (!Score.isOne(value)) {
            throw new EvaluationException(
                    "its value is " + value + ", and a finite number is wanted, of size 1e300 at most");
        }
        try {
            return new FoldResult(new Score(value), measures, List.of(), time);
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(String.valueOf(e.getMessage()), e);
        }
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
