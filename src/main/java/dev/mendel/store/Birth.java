package dev.mendel.store;

import dev.mendel.trial.TrialId;
import java.util.List;

/// A member of a population as it came into being.
///
/// @param number from 1, in order of birth
/// @param generation the generation it was born in; 0 is the first population
/// @param trial what its configuration has come to
/// @param parents the numbers of the members it was bred from: none in the first population, for newcomers, and
///     in runs of versions that kept no parents
public record Birth(long number, int generation, TrialId trial, List<Long> parents) {
    public Birth {
        parents = List.copyOf(parents);
    }
}
