package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.Arrays;
import java.util.List;

/// Configurations as points, a coordinate for each hyperparameter: the place on its scale for ordered values,
/// the number of the choice for others. A hyperparameter that takes no part stands in the middle of its scale,
/// or is a choice of its own: so distances are those of points in a Euclidean space, as kernels need them.
final class Features {
    private final List<Hyperparameter> hyperparameters;
    private final boolean[] unordered;
    private final int rungs;

    /// @param rungs the number of rungs of a trial, its end included; if there are others, how far a trial came
    ///     is a dimension too, the last
    Features(SearchSpace space, int rungs) {
        hyperparameters = space.hyperparameters();
        this.rungs = rungs;
        unordered = new boolean[hyperparameters.size() + (rungs > 1 ? 1 : 0)];
        for (int i = 0; i < hyperparameters.size(); i++) {
            unordered[i] = !hyperparameters.get(i).isOrdered();
        }
    }

    /// Whether points of rungs before the end differ from it.
    boolean hasRungs() {
        return rungs > 1;
    }

    int dimensions() {
        return unordered.length;
    }

    /// The point of a trial's end.
    double[] point(Configuration configuration) {
        return point(configuration, rungs - 1);
    }

    /// The point of a trial at a rung.
    double[] point(Configuration configuration, int rung) {
        double[] point = Arrays.copyOf(coordinates(configuration), unordered.length);
        if (rungs > 1) {
            point[point.length - 1] = (double) rung / (rungs - 1);
        }
        return point;
    }

    /// Whether a point is that of a trial's end.
    boolean isEnd(double[] point) {
        return rungs == 1 || point[point.length - 1] == 1;
    }

    private double[] coordinates(Configuration configuration) {
        return hyperparameters.stream()
                .mapToDouble(each -> configuration
                        .find(each.name())
                        .map(value -> coordinate(each, value))
                        .orElse(each.isOrdered() ? 0.5 : -1))
                .toArray();
    }

    /// The smoothness of a part of the space that is so many times as small, along dimensions with an order.
    Smoothness scaled(Smoothness smoothness, double length) {
        double[] weights = smoothness.weights().clone();
        for (int d = 0; d < hyperparameters.size(); d++) {
            weights[d] /= unordered[d] ? 1 : length * length;
        }
        return new Smoothness(weights, smoothness.noise());
    }

    /// How far apart two trials are: the mean over hyperparameters of the squared distance.
    double apart(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < hyperparameters.size(); d++) {
            sum += squaredDistance(d, one, other);
        }
        return sum / hyperparameters.size();
    }

    /// The squared distance of two points in one dimension, from 0 to 1. Different choices without an order are
    /// 1 apart.
    double squaredDistance(int dimension, double[] one, double[] other) {
        double difference = one[dimension] - other[dimension];
        if (unordered[dimension]) {
            return difference == 0 ? 0 : 1;
        }
        return difference * difference;
    }

    private static double coordinate(Hyperparameter hyperparameter, Value value) {
        return hyperparameter.isOrdered() ? hyperparameter.unit(value) : hyperparameter.bucket(value);
    }
}
