package dev.mendel.search.surrogate;

/// An evaluation as the model sees it.
///
/// @param number how many came before it
@SuppressWarnings("ArrayRecordComponent") // never compared
record Observation(int number, double[] point, double score) {}
