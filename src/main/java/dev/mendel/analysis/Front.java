package dev.mendel.analysis;

import dev.mendel.search.pareto.Fronts;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.Comparator;
import java.util.List;

/// The front of some trials: those that none of the others beats, being as good in all objectives and better in
/// one. Of trials outside of constraints and trials within, those within alone; where none is within, those
/// that are the least outside. With one objective these are the best, ties included.
///
/// @param evaluations finished ones with all measures, in the order of their trials; with equal values all of
///     them
/// @param among how many trials have all measures
public record Front(Goals goals, List<Evaluation> evaluations, int among) {
    public Front {
        evaluations = List.copyOf(evaluations);
    }

    /// The front of trials.
    ///
    /// @param evaluations in the order of their trials
    public static Front of(List<Evaluation> evaluations, Goals goals) {
        List<Evaluation> all = evaluations.stream()
                .filter(each -> goals.worth(each.outcome()).getFirst() > Double.NEGATIVE_INFINITY)
                .toList();
        List<Integer> first = Fronts.first(
                all.stream().map(each -> worth(each.outcome(), goals)).toList());
        return new Front(goals, first.stream().map(all::get).toList(), all.size());
    }

    /// The same, the best by one objective first; of equals the earlier.
    ///
    /// @param by the objective's place
    public Front sorted(int by) {
        return new Front(
                goals,
                evaluations.stream()
                        .sorted(Comparator.comparingDouble(
                                each -> -goals.worth(each.outcome()).get(by)))
                        .toList(),
                among);
    }

    private static double[] worth(Outcome outcome, Goals goals) {
        return goals.worth(outcome).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
