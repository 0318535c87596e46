package dev.mendel.report.run;

import dev.mendel.analysis.Front;
import dev.mendel.analysis.FrontScale;
import dev.mendel.analysis.Growth;
import dev.mendel.analysis.Importance;
import dev.mendel.report.run.RunDescription.Mark;
import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a run with several objectives, or with constraints, has found. Values are the objectives' own.
///
/// @param values for each objective its value of each trial, in the order of [TrialsView]; not a number for a
///     trial that lacks one
/// @param within of each trial whether it has all measures and is within the constraints
/// @param front the numbers of its trials, the best by the first objective first
/// @param growth of the hypervolume, in order; empty with one objective
/// @param importance for each objective, of hyperparameters for being good in it
/// @param marks what others reported
record FrontView(
        List<GoalView> objectives,
        List<LimitView> limits,
        List<List<Double>> values,
        List<Boolean> within,
        List<Long> front,
        List<Growth> growth,
        List<List<Importance>> importance,
        List<MarkView> marks) {

    /// An objective.
    ///
    /// @param log whether its values are compared by their ratio
    record GoalView(String name, Direction direction, boolean log) {}

    /// A constraint.
    ///
    /// @param outside how many of the finished trials exceed it
    record LimitView(String name, String text, long outside) {}

    /// What others reported, as a point.
    ///
    /// @param values one for each objective; not a number where it is not known
    record MarkView(String name, List<Double> values) {}

    /// By its name in the page's data; empty where scores alone count.
    ///
    /// @param importance for each objective
    static Map<String, FrontView> of(
            Goals goals,
            List<Evaluation> evaluations,
            Map<TrialId, Double> seconds,
            List<List<Importance>> importance,
            List<Mark> marks) {
        if (!goals.isOn()) {
            return Map.of();
        }
        Front front = Front.of(evaluations, goals).sorted(0);
        List<Outcome> outcomes = evaluations.stream().map(Evaluation::outcome).toList();
        var values = new ArrayList<List<Double>>();
        for (int k = 0; k < goals.objectives().size(); k++) {
            int at = k;
            values.add(outcomes.stream().map(each -> value(each, goals, at)).toList());
        }
        return Map.of(
                "front",
                new FrontView(
                        goals.objectives().stream().map(FrontView::view).toList(),
                        limits(goals, outcomes),
                        values,
                        outcomes.stream().map(goals::isWithin).toList(),
                        front.evaluations().stream()
                                .map(each -> each.trial().id().number())
                                .toList(),
                        goals.several()
                                ? FrontScale.of(goals, List.of(front))
                                        .map(scale -> Growth.of(evaluations, seconds, scale))
                                        .orElse(List.of())
                                : List.of(),
                        importance,
                        marks.stream().map(mark -> view(mark, goals)).toList()));
    }

    private static GoalView view(Goal goal) {
        return new GoalView(goal.name(), goal.direction(), goal.scale() == Scale.LOG);
    }

    private static List<LimitView> limits(Goals goals, List<Outcome> outcomes) {
        return goals.limits().stream()
                .map(limit -> {
                    var alone = new Goals(goals.objectives(), List.of(limit));
                    long outside = outcomes.stream()
                            .filter(each -> each instanceof Outcome.Finished finished && alone.excess(finished) > 0)
                            .count();
                    return new LimitView(limit.name(), limit.text(), outside);
                })
                .toList();
    }

    private static double value(Outcome outcome, Goals goals, int objective) {
        return outcome instanceof Outcome.Finished finished
                ? goals.values(finished).map(values -> values.get(objective)).orElse(Double.NaN)
                : Double.NaN;
    }

    private static MarkView view(Mark mark, Goals goals) {
        return new MarkView(
                mark.name(),
                goals.objectives().stream()
                        .map(goal -> mark.values().getOrDefault(goal.name(), Double.NaN))
                        .toList());
    }
}
