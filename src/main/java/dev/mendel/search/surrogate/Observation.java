package dev.mendel.search.surrogate;

/// An evaluation as the model sees it.
///
/// @param number how many came before it
record Observation(int number, double[] point, double score) {}
