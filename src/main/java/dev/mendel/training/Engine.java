package dev.mendel.training;

import ai.djl.ndarray.types.DataType;

/// What computes a network and its gradients.
public enum Engine implements Word {
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

    /// A computation for one training.
    ///
    /// @param capacity the most pairs of a batch
    Computation computation(PairSettings settings, int capacity) {
        return switch (this) {
            case BLOCKS -> new BlockComputation(settings, capacity, Products.create());
            case PYTORCH -> new PlainComputation(settings, DataType.FLOAT32);
        };
    }

    /// Loads what it needs, where that has not happened yet.
    void start() {
        switch (this) {
            case BLOCKS -> Products.create();
            case PYTORCH -> Torch.start();
        }
    }

    /// How products of matrices are made here, and how far they repeat: a phrase for the record.
    String products() {
        return switch (this) {
            case BLOCKS -> Products.means();
            case PYTORCH -> Torch.products();
        };
    }
}
