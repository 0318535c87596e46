package dev.mendel.search.genetic;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import java.util.List;

/// Fitness sharing: who lives among many alike gets less for the same score (Goldberg & Richardson, Genetic
/// algorithms with sharing for multimodal function optimization, 1987).
///
/// f'_i = f_i / Σ_j max(0, 1 − d_ij / radius), where f is the score on a scale on which the population's worst is
/// 0 and its best 1, and d the mean distance of two members over the hyperparameters that take part in either.
record FitnessSharing(SearchSpace space, double radius) {

    /// The shared fitness of each member, in their order; that of a failed one is negative infinity.
    double[] of(double[] scores, List<Configuration> population) {
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            worst = Double.isFinite(score) ? Math.min(worst, score) : worst;
            best = Math.max(best, score);
        }
        double[] shared = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double fitness = best > worst ? (scores[i] - worst) / (best - worst) : 0;
            shared[i] = Double.isFinite(scores[i]) ? fitness / crowd(population.get(i), population) : scores[i];
        }
        return shared;
    }

    /// The niche count of the member: its weighted number of neighbours; at least 1, itself.
    private double crowd(Configuration member, List<Configuration> population) {
        return population.stream()
                .mapToDouble(other -> Math.max(0, 1 - distance(member, other) / radius))
                .sum();
    }

    private double distance(Configuration one, Configuration other) {
        double sum = 0;
        int compared = 0;
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            if (one.has(hyperparameter.name()) || other.has(hyperparameter.name())) {
                sum += distance(hyperparameter, one, other);
                compared++;
            }
        }
        return sum / compared;
    }

    private static double distance(Hyperparameter hyperparameter, Configuration one, Configuration other) {
        var here = one.find(hyperparameter.name());
        var there = other.find(hyperparameter.name());
        return here.isEmpty() || there.isEmpty() ? 1 : hyperparameter.distance(here.get(), there.get());
    }
}
