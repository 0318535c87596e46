package dev.mendel.search.surrogate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The observations a model is made of, in their order: all, or of too many the best half and the latest half.
/// Outcomes are better than scores on the way.
record Window(List<Observation> observations) {

    static Window of(List<Observation> all, int most) {
        if (all.size() <= most) {
            return new Window(new ArrayList<>(all));
        }
        int early = all.size() - most / 2;
        Stream<Observation> best = all.subList(0, early).stream()
                .sorted(Comparator.comparing(Observation::end)
                        .thenComparingDouble(Observation::score)
                        .reversed())
                .limit(most - most / 2);
        return new Window(Stream.concat(best, all.subList(early, all.size()).stream())
                .sorted(Comparator.comparingInt(Observation::number))
                .toList());
    }

    /// Whether a model of the first so many of all observations lacks only later ones.
    boolean continues(int first, int all) {
        return observations.size() == all && first <= all;
    }

    /// The points of all observations but the first ones.
    double[][] points(int from) {
        return observations.stream().skip(from).map(Observation::point).toArray(double[][]::new);
    }

    /// The targets of the model: a number for each observation.
    double[] targets() {
        return Ranks.quantiles(observations.stream().map(Observation::score).toList());
    }
}
