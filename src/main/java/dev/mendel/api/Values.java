package dev.mendel.api;

import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A function with several values as objective.
///
/// @param first the name of the value that is the trial's own
record Values(String first, Valued valued) implements Objective {
    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        long began = System.nanoTime();
        Map<String, Double> values;
        try {
            values = valued.values(trial);
        } catch (EvaluationException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new EvaluationException(e.toString(), e);
        }
        return result(values, first, Duration.ofNanos(System.nanoTime() - began));
    }

    /// A result of values by their names.
    ///
    /// @throws EvaluationException if the first is missing, or one is no finite number
    static FoldResult result(Map<String, Double> values, String first, Duration time) throws EvaluationException {
        var measures = new LinkedHashMap<>(values);
        Double value = measures.remove(first);
        if (value == null) {
            throw new EvaluationException("there is no value \"" + first + "\", which is the first objective; there is "
                    + (measures.isEmpty() ? "none at all" : String.join(", ", measures.keySet())));
        }
        return Function.result(value, measures, time);
    }
}
