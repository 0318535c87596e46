package dev.mendel.search;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Moments;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.TrialId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A generation in numbers.
///
/// @param number the generation's
/// @param best the best score in the population; NaN if all failed
/// @param mean the mean of the population's scores, failed trials left out; NaN if all failed
/// @param spread their standard deviation (n in the denominator); NaN if all failed
/// @param diversity the mean over hyperparameters of their [Diversity]: 0 if all are alike, near 1 if all
///     differ
/// @param trained how many configurations the generation was the first to ask for
/// @param remembered how many of its newborn meant a configuration that was known
/// @param failed how many of the trained failed
public record GenerationSummary(
        int number,
        double best,
        double mean,
        double spread,
        double diversity,
        int trained,
        int remembered,
        int failed) {

    /// The same with the objective's own values in place of the scores.
    public GenerationSummary valued(Direction direction) {
        return new GenerationSummary(
                number, direction.value(best), direction.value(mean), spread, diversity, trained, remembered, failed);
    }

    /// The summary of a generation.
    public static GenerationSummary of(Generation generation, SearchSpace space) {
        double[] scores = generation.population().stream()
                .map(individual -> individual.evaluation().outcome().score())
                .flatMap(Optional::stream)
                .mapToDouble(Score::value)
                .toArray();
        double mean = Moments.mean(scores);
        List<Individual> newborn = generation.population().stream()
                .filter(individual -> individual.born() == generation.number())
                .toList();
        Set<TrialId> trained = new HashSet<>();
        Set<TrialId> failed = new HashSet<>();
        for (Individual individual : newborn) {
            if (individual.evaluation().generation() == generation.number()) {
                TrialId id = individual.evaluation().trial().id();
                trained.add(id);
                if (individual.evaluation().outcome() instanceof Outcome.Failed) {
                    failed.add(id);
                }
            }
        }
        return new GenerationSummary(
                generation.number(),
                best(scores),
                mean,
                Moments.deviation(scores, mean, scores.length),
                diversity(generation.population(), space),
                trained.size(),
                newborn.size() - trained.size(),
                failed.size());
    }

    private static double best(double[] scores) {
        double best = Double.NaN;
        for (double score : scores) {
            best = score > best || Double.isNaN(best) ? score : best;
        }
        return best;
    }

    private static double diversity(List<Individual> population, SearchSpace space) {
        List<Configuration> configurations = population.stream()
                .map(individual -> individual.evaluation().trial().configuration())
                .toList();
        double sum = 0;
        int counted = 0;
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            OptionalDouble index = Diversity.of(configurations, hyperparameter);
            if (index.isPresent()) {
                sum += index.getAsDouble();
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }
}
