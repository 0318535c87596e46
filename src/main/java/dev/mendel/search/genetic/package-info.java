/// The genetic search: a Jenetics engine behind the contract of all strategies, and the only home of Jenetics.
///
/// A genotype is one chromosome whose genes carry their hyperparameters; a codec joins it to configurations;
/// selection looks at scores and individuality, breeding only at the run's seed and its evaluations so far.
/// Start reading at [dev.mendel.search.genetic.GeneticSearch].
@NullMarked
package dev.mendel.search.genetic;

import org.jspecify.annotations.NullMarked;
