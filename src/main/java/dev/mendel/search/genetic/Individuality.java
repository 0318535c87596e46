package dev.mendel.search.genetic;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The individuality of each member of a population, as the Mentha report measures it: I_n = 1 / Σ_p 1 / (N −
/// N_v(p, n)), over the hyperparameters p that take part in member n, with N members in all, N_v of which share
/// n's value of p. A value that all share makes I_n zero. Numbers in ranges count as shared within the same
/// tenth of their scale.
final class Individuality {
    private final SearchSpace space;

    Individuality(SearchSpace space) {
        this.space = space;
    }

    /// The individuality of each member, in their order, from 0 to (N − 1) / (number of its hyperparameters).
    double[] of(List<Configuration> population) {
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (Configuration member : population) {
            for (Hyperparameter hyperparameter : space.hyperparameters()) {
                member.find(hyperparameter.name())
                        .ifPresent(value -> counts.computeIfAbsent(hyperparameter.name(), _ -> new HashMap<>())
                                .merge(hyperparameter.bucket(value), 1, Integer::sum));
            }
        }
        return population.stream()
                .mapToDouble(member -> individuality(member, counts, population.size()))
                .toArray();
    }

    private double individuality(Configuration member, Map<String, Map<Integer, Integer>> counts, int all) {
        double sum = 0;
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            var value = member.find(hyperparameter.name());
            if (value.isPresent()) {
                int shared = counts.getOrDefault(hyperparameter.name(), Map.of())
                        .getOrDefault(hyperparameter.bucket(value.get()), 0);
                sum += 1.0 / (all - shared);
            }
        }
        return 1 / sum;
    }
}
