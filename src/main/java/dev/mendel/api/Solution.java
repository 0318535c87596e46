package dev.mendel.api;

import dev.mendel.analysis.Front;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A trial on the front of several objectives.
///
/// @param values one for each objective, by their names and in their order; with repeats or folds, their means
public record Solution(Map<String, Double> values, Trial trial) {
    public Solution {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The configuration.
    public Configuration configuration() {
        return trial.configuration();
    }

    /// The value of an objective.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double value(String objective) {
        Double value = values.get(objective);
        if (value == null) {
            throw new IllegalArgumentException(
                    objective + " is no objective; there are " + String.join(", ", values.keySet()));
        }
        return value;
    }

    /// The front of trials, the best by the first objective first.
    ///
    /// @param evaluations in the order of their trials
    static List<Solution> front(List<Evaluation> evaluations, Goals goals) {
        return Front.of(evaluations, goals).sorted(0).evaluations().stream()
                .map(each -> new Solution(values(each, goals), each.trial()))
                .toList();
    }

    private static Map<String, Double> values(Evaluation evaluation, Goals goals) {
        if (!(evaluation.outcome() instanceof Outcome.Finished finished)) {
            throw new IllegalStateException("trial " + evaluation.trial().id() + " is on a front, and not finished");
        }
        List<Double> found = goals.values(finished).orElseThrow();
        var values = new LinkedHashMap<String, Double>();
        for (int k = 0; k < found.size(); k++) {
            Goal goal = goals.objectives().get(k);
            values.put(goal.name(), found.get(k));
        }
        return values;
    }
}
