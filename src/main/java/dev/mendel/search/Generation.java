package dev.mendel.search;

import java.util.Collections;
import java.util.List;

/// A population as it stands when all its members are evaluated. Together with the run's seed and the trials of
/// the run it is all that is needed to go on: the checkpoint of a run.
///
/// @param number 0 for the first population
/// @param population in the engine's order: the survivors, then the newborn
/// @param parents for each member, the places of its parents in the population before: none for survivors and
///     newcomers, one for a child of its mother alone, two after a crossover. For people; nothing that goes on
///     needs it
public record Generation(int number, List<Individual> population, List<List<Integer>> parents) {
    public Generation {
        population = List.copyOf(population);
        parents = parents.stream().map(List::copyOf).toList();
        if (parents.size() != population.size()) {
            throw new IllegalArgumentException(
                    "found the parents of " + parents.size() + " for " + population.size() + " members");
        }
    }

    /// A population of which nothing is known about parents.
    public Generation(int number, List<Individual> population) {
        this(number, population, Collections.nCopies(population.size(), List.of()));
    }
}
