package dev.mendel.training;

/// Computes what a network says and how its loss changes with its parameters. Keeps nothing but memory for the next
/// call; for one thread at a time.
sealed interface Computation extends AutoCloseable permits PlainComputation, BlockComputation {

    /// The loss of a batch in training mode, and its gradient; running averages move on.
    ///
    /// @param masks of this step, for as many pairs as the batch has
    /// @param gradient of the length of the parameters; overwritten
    /// @return the loss, which may be infinite or no number
    double gradient(Weights weights, Batch batch, Masks masks, float[] gradient);

    /// What the network says about a batch in evaluation mode.
    Answers answers(Weights weights, Batch batch);

    @Override
    void close();
}
