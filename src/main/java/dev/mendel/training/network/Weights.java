package dev.mendel.training.network;

/// The parameters and running averages of a network; changed by training. [Slots] has the place of each.
///
/// @param learnt the parameters
/// @param statistics the running averages of batch normalisations
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Weights(float[] learnt, float[] statistics) {}
