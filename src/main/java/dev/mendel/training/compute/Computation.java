package dev.mendel.training.compute;

import dev.mendel.training.network.Weights;

/// Computes the outputs of a network and the gradient of its loss. Stateless but for reused buffers; for one thread
/// at a time.
public interface Computation extends AutoCloseable {

    /// The loss of a batch in training mode, and its gradient; running averages move on.
    ///
    /// @param masks of this step, for as many pairs as the batch has
    /// @param gradient of the length of the parameters; overwritten
    /// @return the loss, which may be infinite or no number
    double gradient(Weights weights, Batch batch, Masks masks, float[] gradient);

    /// The logits of a batch in evaluation mode.
    Logits logits(Weights weights, Batch batch);

    @Override
    void close();
}
