package dev.mendel.analysis;

import dev.mendel.search.pareto.Hypervolume;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scale on which hypervolumes of fronts are compared: of each objective the best value on some fronts is
/// 0, and 1 is a tenth of their range beyond the worst one. So a trial at the end of a front counts too, and an
/// outlier that is on no front changes nothing. Objectives on a logarithmic scale are measured there.
///
/// An objective in which all of a front are equal has 1 as far from the best as that is from 0.
///
/// @param from the place of the best value of each objective on its own scale, turned so that more is better
/// @param to the place that is 1, less than the other
public record FrontScale(Goals goals, List<Double> from, List<Double> to) {
    private static final double BEYOND = 0.1;

    public FrontScale {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /// The scale of some fronts together.
    ///
    /// @return empty if none has a trial within the constraints
    public static Optional<FrontScale> of(Goals goals, List<Front> fronts) {
        List<List<Double>> places = Front.of(
                        fronts.stream()
                                .flatMap(front -> front.evaluations().stream())
                                .toList(),
                        goals)
                .evaluations()
                .stream()
                .filter(each -> goals.isWithin(each.outcome()))
                .map(each -> places((Outcome.Finished) each.outcome(), goals))
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var from = new ArrayList<Double>();
        var to = new ArrayList<Double>();
        for (int k = 0; k < goals.objectives().size(); k++) {
            int at = k;
            double best =
                    places.stream().mapToDouble(place -> place.get(at)).max().orElseThrow();
            double worst =
                    places.stream().mapToDouble(place -> place.get(at)).min().orElseThrow();
            double range = best > worst ? (1 + BEYOND) * (best - worst) : best == 0 ? 1 : Math.abs(best);
            from.add(best);
            to.add(best - range);
        }
        return Optional.of(new FrontScale(goals, from, to));
    }

    /// Places on the objectives' own scales, turned so that more is better.
    private static List<Double> places(Outcome.Finished outcome, Goals goals) {
        List<Double> values = goals.values(outcome).orElseThrow();
        var places = new ArrayList<Double>();
        for (int k = 0; k < values.size(); k++) {
            Goal goal = goals.objectives().get(k);
            places.add(goal.direction().score(goal.place(values.get(k))).value());
        }
        return places;
    }

    /// A trial as a point of which less is better in each number; empty where it counts for nothing, being
    /// failed or outside of constraints.
    public Optional<double[]> point(Outcome outcome) {
        if (!goals.isWithin(outcome)) {
            return Optional.empty();
        }
        List<Double> places = places((Outcome.Finished) outcome, goals);
        double[] point = new double[places.size()];
        for (int k = 0; k < point.length; k++) {
            point[k] = (from.get(k) - places.get(k)) / (from.get(k) - to.get(k));
        }
        return Optional.of(point);
    }

    /// The hypervolume that a front dominates, from 0 to 1 where it is one of those that the scale is made of.
    public double hypervolume(Front front) {
        return Hypervolume.of(front.evaluations().stream()
                .map(Evaluation::outcome)
                .flatMap(outcome -> point(outcome).stream())
                .toList());
    }
}
