package dev.mendel.search;

import java.util.List;

/// A population as it stands when all its members are evaluated. Together with the run's seed and the trials of
/// the run it is all that is needed to go on: the checkpoint of a run.
///
/// @param number 0 for the first population
/// @param population in the engine's order: those that lived on, then the newborn
public record Generation(int number, List<Individual> population) {
    public Generation {
        population = List.copyOf(population);
    }
}
