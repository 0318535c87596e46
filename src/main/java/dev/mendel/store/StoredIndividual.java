package dev.mendel.store;

import dev.mendel.space.Value;
import dev.mendel.trial.TrialId;
import java.util.List;

/// A member of a population, as it was kept.
///
/// @param number from 1, in order of birth
/// @param born the generation it was born in; 0 is the first population
/// @param trial what its configuration came to
/// @param genotype one value for each hyperparameter, also for those that take no part
public record StoredIndividual(long number, int born, TrialId trial, List<Value> genotype) {
    public StoredIndividual {
        genotype = List.copyOf(genotype);
    }
}
