package dev.mendel.search.genetic;

import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.List;

/// An order of a population for selection.
@FunctionalInterface
interface Order {
    /// The members' places in the population, best first.
    List<Integer> order(Seq<Phenotype<HyperparameterGene, Fitness>> population);
}
