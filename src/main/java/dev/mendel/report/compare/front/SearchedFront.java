package dev.mendel.report.compare.front;

import dev.mendel.analysis.Front;
import dev.mendel.analysis.FrontScale;
import dev.mendel.analysis.Growth;
import dev.mendel.report.compare.ComparedRun;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.report.compare.Trace;
import dev.mendel.report.compare.front.FrontComparison.Point;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The front of one run, and how it came about.
///
/// @param front within the constraints, the best by the first objective first
/// @param points of the front, those with equal values once
record SearchedFront(ComparedRun run, Trace trace, Front front, List<Found> points) {

    /// A point of a front, and the outcome that it stands for.
    record Found(Point point, Outcome outcome) {}

    static SearchedFront of(ComparedRun run) {
        Trace trace = Trace.of(run.run());
        Goals goals = trace.goals();
        Front all = Front.of(evaluations(trace), goals).sorted(0);
        var front = new Front(
                goals,
                all.evaluations().stream()
                        .filter(each -> goals.isWithin(each.outcome()))
                        .toList(),
                all.among());
        return new SearchedFront(run, trace, front, points(trace.name(), front));
    }

    private static List<Evaluation> evaluations(Trace trace) {
        return trace.trials().stream()
                .flatMap(trial -> trial.evaluation().stream())
                .toList();
    }

    private static List<Found> points(String run, Front front) {
        var seen = new HashSet<List<Double>>();
        var points = new ArrayList<Found>();
        for (Evaluation each : front.evaluations()) {
            List<Double> values =
                    front.goals().values((Outcome.Finished) each.outcome()).orElseThrow();
            if (seen.add(values)) {
                points.add(new Found(
                        new Point(
                                run,
                                each.trial().id().number(),
                                values,
                                each.trial().configuration().toString()),
                        each.outcome()));
            }
        }
        return points;
    }

    /// The growth of the hypervolume, from nothing before the first trial.
    List<Step> steps(FrontScale scale) {
        Map<TrialId, Double> seconds = trace.trials().stream()
                .collect(Collectors.toMap(trial -> trial.trial().id(), Trace::seconds));
        var steps = new ArrayList<>(List.of(new Step(0, 0, 0)));
        for (Growth growth : Growth.of(evaluations(trace), seconds, scale)) {
            steps.add(new Step(growth.trials(), growth.seconds(), growth.hypervolume()));
        }
        return steps;
    }
}
