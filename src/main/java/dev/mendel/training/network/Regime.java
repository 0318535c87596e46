package dev.mendel.training.network;

/// What a training does beside going down the gradient of its losses. It decides what weights are learnt, and
/// nothing of the network that has them.
///
/// @param schedule of the learning rate
/// @param labelSmoothing the share of each truth that is spread evenly over all classes, from 0 to less than 1
/// @param augmentation of the training images
public record Regime(Schedule schedule, double labelSmoothing, Augmentation augmentation) {
    /// Nothing beside.
    public static final Regime PLAIN = new Regime(Schedule.CONSTANT, 0, Augmentation.NONE);

    public Regime {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "label smoothing is a number from 0 to less than 1, found: " + labelSmoothing);
        }
    }
}
