package dev.mendel.training.network;

/// What a training does beside going down the gradient of its losses. It decides what weights are learnt, and
/// nothing of the network that has them.
///
/// @param schedule of the learning rate
/// @param augmentation of the training images
public record Regime(Schedule schedule, Augmentation augmentation) {
    /// Nothing beside.
    public static final Regime PLAIN = new Regime(Schedule.CONSTANT, Augmentation.NONE);
}
