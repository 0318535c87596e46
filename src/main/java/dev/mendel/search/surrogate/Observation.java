package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;

/// An evaluation as the model sees it.
///
/// @param number how many came before it
/// @param end whether it is the outcome of a trial, not a score on its way
@SuppressWarnings("ArrayRecordComponent") // never compared
record Observation(int number, Configuration configuration, double[] point, double score, boolean end) {}
