package dev.mendel.search.surrogate;

import dev.mendel.space.Categorical;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;

/// Configurations as points, a coordinate for each hyperparameter: the place on its scale for what has an
/// order, the number of the choice for what has none, NaN for what takes no part.
final class Features {
    private final List<Hyperparameter> hyperparameters;
    private final boolean[] unordered;

    Features(SearchSpace space) {
        hyperparameters = space.hyperparameters();
        unordered = new boolean[hyperparameters.size()];
        for (int i = 0; i < unordered.length; i++) {
            unordered[i] = hyperparameters.get(i) instanceof Categorical;
        }
    }

    int dimensions() {
        return unordered.length;
    }

    double[] point(Configuration configuration) {
        return hyperparameters.stream()
                .mapToDouble(each -> configuration
                        .find(each.name())
                        .map(value -> coordinate(each, value))
                        .orElse(Double.NaN))
                .toArray();
    }

    /// The squared distance of two points in one dimension, from 0 to 1. Different choices without an order are
    /// 1 apart. What takes no part stands in the middle of its scale, or is a choice of its own: so the
    /// distances remain those of points in a Euclidean space, as kernels need them.
    double squaredDistance(int dimension, double[] one, double[] other) {
        double here = one[dimension];
        double there = other[dimension];
        if (unordered[dimension]) {
            return Double.compare(here, there) == 0 ? 0 : 1;
        }
        double difference = (Double.isNaN(here) ? 0.5 : here) - (Double.isNaN(there) ? 0.5 : there);
        return difference * difference;
    }

    private static double coordinate(Hyperparameter hyperparameter, Value value) {
        return hyperparameter instanceof Categorical ? hyperparameter.kind(value) : hyperparameter.unit(value);
    }
}
