/// The genetic search: a Jenetics engine behind the contract of all strategies, and the only home of Jenetics.
///
/// A genotype is one chromosome whose genes carry their hyperparameters; a codec joins it to configurations;
/// selection looks at score and individuality, breeding at nothing but the run's seed and what the run has
/// seen. Start reading at [dev.mendel.search.genetic.GeneticSearch].
@NullMarked
package dev.mendel.search.genetic;

import org.jspecify.annotations.NullMarked;
