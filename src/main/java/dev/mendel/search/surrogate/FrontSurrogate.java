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
/// the hypervolume by which the front of all evaluations grows, each objective measured by its ranks: so
/// neither scales nor outliers matter, and no weights are asked for.
public final class FrontSurrogate {
    private final Features features;
    private final List<Surrogate> objectives;
    /// What trials that came to their end are worth.
    private final List<double[]> ends = new ArrayList<>();
    /// The same and what trials were worth at rungs: all that processes rank.
    private final List<double[]> ranked = new ArrayList<>();

    private int trials;

    /// @param objectives how many there are, 2 or more
    /// @param rungs the number of rungs at which trials are looked at, their end included
    public FrontSurrogate(SearchSpace space, int objectives, int rungs) {
        this.features = new Features(space, rungs);
        this.objectives = IntStream.range(0, objectives)
                .mapToObj(_ -> new Surrogate(space, Acquisition.CONFIDENCE_BOUND, rungs))
                .toList();
    }

    /// Takes in an evaluation.
    ///
    /// Numbers are one for each objective; more is better, negative infinities for a failure, none NaN.
    ///
    /// @param rungs what it was worth at the rungs that it passed
    /// @param end what it is worth in the end; empty for a trial that was stopped
    public void learn(Configuration configuration, List<List<Double>> rungs, Optional<List<Double>> end) {
        trials++;
        for (int k = 0; k < objectives.size(); k++) {
            int objective = k;
            objectives
                    .get(k)
                    .learn(
                            configuration,
                            rungs.stream().map(worth -> worth.get(objective)).toList(),
                            end.map(worth -> OptionalDouble.of(worth.get(objective)))
                                    .orElse(OptionalDouble.empty()));
        }
        if (features.hasRungs()) {
            rungs.forEach(worth -> ranked.add(numbers(worth)));
        }
        end.map(FrontSurrogate::numbers).ifPresent(worth -> {
            ranked.add(worth);
            ends.add(worth);
        });
    }

    private static double[] numbers(List<Double> worth) {
        return worth.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The promise of untried configurations, by all evaluations so far; empty if those are too few.
    public Optional<Prospects> prospects() {
        List<GaussianProcess> processes =
                objectives.stream().flatMap(each -> each.posterior().stream()).toList();
        return processes.size() < objectives.size()
                ? Optional.empty()
                : Optional.of(new FrontProspects(features, processes, front(), trials));
    }

    /// The points of the trials that none dominates: for each objective the share of what is ranked that is
    /// better, from 0 to 1; an equal one counts half.
    private List<double[]> front() {
        return Fronts.first(ends).stream().map(ends::get).map(this::point).toList();
    }

    private double[] point(double[] worth) {
        double[] point = new double[objectives.size()];
        for (int k = 0; k < point.length; k++) {
            double own = worth[k];
            double better = 0;
            for (double[] other : ranked) {
                better += other[k] > own ? 1 : other[k] == own ? 1 / 2.0 : 0;
            }
            point[k] = better / ranked.size();
        }
        return point;
    }
}
