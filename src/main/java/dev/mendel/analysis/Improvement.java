package dev.mendel.analysis;

import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A trial that was better than all before it.
///
/// @param trials how many trials the run had asked for by then, this one included
/// @param seconds the time spent in trainings up to then: the sum of each trial's own, failed ones included
/// @param trial the number of the best trial by then
public record Improvement(long trials, double seconds, long trial, double score) {

    /// The same with the objective's own value in place of the score.
    public Improvement valued(Direction direction) {
        return new Improvement(trials, seconds, trial, direction.value(score));
    }

    /// The improvements, in order, and at the end the best once more where later trials brought nothing better.
    ///
    /// @param evaluations by number
    /// @param seconds each trial's own time; none for trials that are absent
    /// @param goals whose constraints a trial has to keep to
    public static List<Improvement> of(List<Evaluation> evaluations, Map<TrialId, Double> seconds, Goals goals) {
        var steps = new ArrayList<Improvement>();
        long trials = 0;
        double spent = 0;
        for (Evaluation evaluation : evaluations) {
            trials++;
            TrialId id = evaluation.trial().id();
            spent += seconds.getOrDefault(id, 0.0);
            double score = goals.isWithin(evaluation.outcome())
                    ? evaluation.outcome().score().map(each -> each.value()).orElse(Double.NEGATIVE_INFINITY)
                    : Double.NEGATIVE_INFINITY;
            if (score
                    > (steps.isEmpty()
                            ? Double.NEGATIVE_INFINITY
                            : steps.getLast().score())) {
                steps.add(new Improvement(trials, spent, id.number(), score));
            }
        }
        if (!steps.isEmpty() && steps.getLast().trials() < trials) {
            steps.add(new Improvement(
                    trials, spent, steps.getLast().trial(), steps.getLast().score()));
        }
        return steps;
    }
}
