package dev.mendel.analysis;

import dev.mendel.search.pareto.Hypervolume;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trial that made the front of those before it larger.
///
/// @param trials how many trials the run had asked for by then, this one included
/// @param seconds the time spent in evaluations up to then: the sum of each trial's own, failed ones included
/// @param trial its number
/// @param hypervolume that the front dominates from then on
public record Growth(long trials, double seconds, long trial, double hypervolume) {

    /// The growth of a front, in order, and at the end the last once more where later trials added nothing.
    ///
    /// @param evaluations by number
    /// @param seconds each trial's own time; none for trials that are absent
    public static List<Growth> of(List<Evaluation> evaluations, Map<TrialId, Double> seconds, FrontScale scale) {
        var steps = new ArrayList<Growth>();
        List<double[]> front = new ArrayList<>();
        double hypervolume = 0;
        long trials = 0;
        double spent = 0;
        for (Evaluation evaluation : evaluations) {
            trials++;
            TrialId id = evaluation.trial().id();
            spent += seconds.getOrDefault(id, 0.0);
            Optional<double[]> point = scale.point(evaluation.outcome());
            double gain = point.map(each -> Hypervolume.gain(each, front)).orElse(0.0);
            if (gain > 0) {
                hypervolume += gain;
                point.ifPresent(front::add);
                steps.add(new Growth(trials, spent, id.number(), hypervolume));
            }
        }
        if (!steps.isEmpty() && steps.getLast().trials() < trials) {
            steps.add(new Growth(trials, spent, steps.getLast().trial(), hypervolume));
        }
        return steps;
    }
}
