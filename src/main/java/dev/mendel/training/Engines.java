package dev.mendel.training;

import dev.mendel.training.block.BlockComputation;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.product.Products;
import dev.mendel.training.torch.PlainComputation;
import dev.mendel.training.torch.Torch;

/// The implementation of each engine.
public final class Engines {
    private Engines() {}

    /// The computation of a training, by the engine of its settings.
    ///
    /// @param capacity the most pairs of a batch
    public static Computation computation(PairSettings settings, int capacity) {
        return switch (settings.engine()) {
            case BLOCKS -> new BlockComputation(settings, capacity, Products.create());
            case PYTORCH -> new PlainComputation(settings);
        };
    }

    /// Loads the native library or the vector module an engine needs, unless that has happened.
    static void start(Engine engine) {
        switch (engine) {
            case BLOCKS -> Products.create();
            case PYTORCH -> Torch.start();
        }
    }

    /// The matrix products of an engine on this machine, and how far they repeat: a phrase for the record.
    static String products(Engine engine) {
        return switch (engine) {
            case BLOCKS -> Products.means();
            case PYTORCH -> Torch.products();
        };
    }
}
