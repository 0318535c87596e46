package dev.mendel.training.block;

import dev.mendel.training.network.Weights;
import java.util.Iterator;

/// A layer, or a few in one, with its gradient written out. The forward pass keeps what the backward pass
/// needs, so calls come in turns: forward, backward.
sealed interface Block permits PatchConvolution, WinogradConvolution, Activation, LinearBlock, NormBlock, DropoutBlock {

    /// The output; valid until the next call. The block may go on reading `input` until its way back is done.
    FeatureMaps forward(FeatureMaps input, Step step);

    /// The gradient of the loss by the input, from its gradient by the output, which may be overwritten. Adds
    /// the gradient by the block's own parameters to the step's.
    FeatureMaps backward(FeatureMaps gradient, Step step);

    /// The gradients that the backward pass computes.
    enum Gradient {
        /// Its parameters' gradient alone: the input is data.
        OF_PARAMETERS,
        /// That, and the gradient by the input.
        OF_INPUT
    }

    /// One pass of one batch.
    ///
    /// @param weights read, but that running averages move on while training
    /// @param gradient of the parameters; blocks add to their own places
    /// @param mode whether the network learns, and by which masks
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    record Step(Weights weights, float[] gradient, Mode mode) {}

    /// Whether the network learns or is asked.
    sealed interface Mode {
        /// It learns.
        ///
        /// @param masks the dropout masks, in order
        record Learning(Iterator<float[]> masks) implements Mode {}

        record Asked() implements Mode {}
    }
}
