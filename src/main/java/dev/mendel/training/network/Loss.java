package dev.mendel.training.network;

/// A loss over a batch, with PyTorch's mean reduction. The network's last numbers are logits.
public enum Loss implements Named {
    /// Cross-entropy on logits.
    CROSS_ENTROPY("cross-entropy"),
    /// Negative log-likelihood on the logarithm of the softmax: the same function as [#CROSS_ENTROPY].
    NLL("nll"),
    /// The mean square of the differences between the softmax and the one-hot truth.
    MSE("mse"),
    /// The mean size of the differences between the softmax and the one-hot truth.
    L1("l1");

    private final String word;

    Loss(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
