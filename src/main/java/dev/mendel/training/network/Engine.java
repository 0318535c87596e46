package dev.mendel.training.network;

/// The computation of a network and its gradients.
public enum Engine implements Named {
    /// Mendel's own blocks over plain arrays: the same bits on every processor.
    BLOCKS("blocks"),
    /// PyTorch's operations and autograd through DJL: the reference. The same bits on one machine.
    PYTORCH("pytorch");

    private final String word;

    Engine(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
