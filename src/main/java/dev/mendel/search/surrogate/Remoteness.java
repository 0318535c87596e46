package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/// Promises the more the farther a configuration is from all that were tried.
///
/// @param tried their points
record Remoteness(Features features, List<double[]> tried) implements Prospects {
    Remoteness {
        tried = List.copyOf(tried);
    }

    @Override
    public double promise(Configuration configuration) {
        double[] point = features.point(configuration);
        double least = Double.POSITIVE_INFINITY;
        for (double[] each : tried) {
            least = Math.min(least, features.apart(point, each));
        }
        return least;
    }

    @Override
    public Prospects trying(Configuration configuration) {
        var more = new ArrayList<>(tried);
        more.add(features.point(configuration));
        return new Remoteness(features, more);
    }
}
