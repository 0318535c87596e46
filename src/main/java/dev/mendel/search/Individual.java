package dev.mendel.search;

import dev.mendel.space.Value;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;

/// A member of a population.
///
/// @param genotype one value for each hyperparameter of the space, in its order, also for those that take no
///     part
/// @param evaluation the evaluation of the genotype's configuration
/// @param born the generation it was born in; 0 is the first population
public record Individual(List<Value> genotype, Evaluation evaluation, int born) {
    public Individual {
        genotype = List.copyOf(genotype);
    }
}
