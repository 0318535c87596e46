package dev.mendel.training;

/// What a network has learnt so far; changes as it trains. [Slots] says what stands where.
///
/// @param learnt the parameters
/// @param statistics the running averages of batch normalisations
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
record Weights(float[] learnt, float[] statistics) {}
