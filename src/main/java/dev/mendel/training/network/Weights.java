package dev.mendel.training.network;

/// What a network has learnt so far; changes as it trains. [Slots] says what stands where.
///
/// @param learnt the parameters
/// @param statistics the running averages of batch normalisations
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Weights(float[] learnt, float[] statistics) {}
