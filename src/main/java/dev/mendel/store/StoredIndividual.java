package dev.mendel.store;

import dev.mendel.space.Value;
import dev.mendel.trial.TrialId;
import java.util.List;

/// A member of a population, as it was kept.
///
/// @param number from 1, in order of birth
/// @param born the generation it was born in; 0 is the first population
/// @param trial the outcome of its configuration
/// @param genotype one value for each hyperparameter, also for those that take no part
/// @param parents the numbers of those it was bred from: none in the first population, for newcomers, and in runs
///     of versions that kept no parents
public record StoredIndividual(long number, int born, TrialId trial, List<Value> genotype, List<Long> parents) {
    public StoredIndividual {
        genotype = List.copyOf(genotype);
        parents = List.copyOf(parents);
    }
}
