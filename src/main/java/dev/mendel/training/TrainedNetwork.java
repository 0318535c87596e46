package dev.mendel.training;

import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Weights;

/// A network with what it has learnt, apart from the training it comes from.
///
/// @param mean of the pixels it was trained with, 0 to 255; subtracted from what it is shown
/// @param deviation of these pixels, above 0; divides what it is shown
public record TrainedNetwork(PairSettings settings, Weights weights, double mean, double deviation) {
    public TrainedNetwork {
        if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "pixels have a mean and a deviation above 0, found: " + mean + " and " + deviation);
        }
    }

    /// The logits of pairs of images.
    ///
    /// @param computation by the engine of the settings, for as many pairs
    /// @param first the first images, one after the other, as [dev.mendel.data.DigitImages#pooled] returns them
    /// @param second the second images in the same order
    public Logits logits(Computation computation, float[] first, float[] second) {
        var standard = new Samples.Standard(mean, deviation);
        return computation.logits(weights, unlabelled(standard.apply(first), standard.apply(second)));
    }

    /// A batch to ask with, where classes and targets are open.
    private static Batch unlabelled(float[] first, float[] second) {
        int[] open = new int[first.length / Samples.PIXELS];
        return new Batch(first, second, open, open, open);
    }
}
