package dev.mendel.search.surrogate;

import dev.mendel.search.pareto.Fronts;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// A model of a search space for several objectives: a [Surrogate] for each. What a configuration promises is
/// the hypervolume by which the front of all evaluations grows, each objective measured by its ranks: so neither
/// scales nor outliers matter, and no weights are asked for.
public final class FrontSurrogate {
    private final Features features;
    private final List<Surrogate> objectives;
    private final List<double[]> scores = new ArrayList<>();

    /// @param objectives how many there are, 2 or more
    public FrontSurrogate(SearchSpace space, int objectives) {
        this.features = new Features(space, 1);
        this.objectives = IntStream.range(0, objectives)
                .mapToObj(_ -> new Surrogate(space, Acquisition.CONFIDENCE_BOUND, 1))
                .toList();
    }

    /// Takes in an evaluation.
    ///
    /// @param worth a number for each objective; more is better, negative infinities for a failure, none NaN
    public void learn(Configuration configuration, List<Double> worth) {
        for (int k = 0; k < objectives.size(); k++) {
            objectives.get(k).learn(configuration, List.of(), OptionalDouble.of(worth.get(k)));
        }
        scores.add(worth.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The promise of untried configurations, by all evaluations so far; empty if those are too few.
    public Optional<Prospects> prospects() {
        List<GaussianProcess> processes =
                objectives.stream().flatMap(each -> each.posterior().stream()).toList();
        return processes.size() < objectives.size()
                ? Optional.empty()
                : Optional.of(new FrontProspects(features, processes, front(), scores.size()));
    }

    /// The points of the evaluations that none dominates: for each objective the share of evaluations that are
    /// better, from 0 to 1; an equal one counts half.
    private List<double[]> front() {
        return Fronts.first(scores).stream().map(this::point).toList();
    }

    private double[] point(int place) {
        double[] point = new double[objectives.size()];
        for (int k = 0; k < point.length; k++) {
            double own = scores.get(place)[k];
            double better = 0;
            for (double[] other : scores) {
                better += other[k] > own ? 1 : other[k] == own ? 1 / 2.0 : 0;
            }
            point[k] = better / scores.size();
        }
        return point;
    }
}
