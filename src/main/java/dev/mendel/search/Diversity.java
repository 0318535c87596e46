package dev.mendel.search;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The diversity of a population: Simpson's index 1 − Σ share² (E. H. Simpson, Measurement of Diversity, Nature
/// 163, 1949).
public final class Diversity {
    private Diversity() {}

    /// The index of the values of those members in which the hyperparameter takes part, numbers in ranges by
    /// tenths: 0 if all are alike, near 1 if all differ.
    ///
    /// @return empty where it takes part in no member
    public static OptionalDouble of(List<Configuration> population, Hyperparameter hyperparameter) {
        List<Value> values = population.stream()
                .map(configuration -> configuration.find(hyperparameter.name()))
                .flatMap(Optional::stream)
                .toList();
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(simpson(hyperparameter, values));
    }

    private static double simpson(Hyperparameter hyperparameter, List<Value> values) {
        Map<Integer, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(hyperparameter.bucket(value), 1, Integer::sum));
        double index = 1;
        for (int count : counts.values()) {
            double share = (double) count / values.size();
            index -= share * share;
        }
        return Math.max(index, 0);
    }
}
