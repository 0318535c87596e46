package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;

/// Configurations as points, a coordinate for each hyperparameter: the place on its scale for ordered values,
/// the number of the choice for others. A hyperparameter that takes no part stands in the middle of its scale,
/// or is a choice of its own: so distances are those of points in a Euclidean space, as kernels need them.
final class Features {
    private final List<Hyperparameter> hyperparameters;
    private final boolean[] unordered;

    Features(SearchSpace space) {
        hyperparameters = space.hyperparameters();
        unordered = new boolean[hyperparameters.size()];
        for (int i = 0; i < unordered.length; i++) {
            unordered[i] = !hyperparameters.get(i).isOrdered();
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
                        .orElse(each.isOrdered() ? 0.5 : -1))
                .toArray();
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
