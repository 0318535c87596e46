package dev.mendel.training.block;

import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Tower;
import dev.mendel.training.product.Products;
import java.util.Iterator;

/// A projection or a classifier as blocks, working on copies of the tower's features: both branches read them,
/// and blocks may overwrite their input.
final class BlockBranch {
    private final BlockTower blocks;
    private final FeatureMaps features;
    private final FeatureMaps gradient;
    private final boolean empty;

    /// @param parameters taken from, in order
    /// @param statistics taken from, in order
    /// @param capacity the most samples there can be
    BlockBranch(
            Tower layers,
            Shape input,
            Iterator<Slots.Slot> parameters,
            Iterator<Slots.Slot> statistics,
            int capacity,
            Products products) {
        blocks = new BlockTower(layers, input, BlockTower.Input.LEARNT, parameters, statistics, capacity, products);
        empty = layers.layers().isEmpty();
        features = new FeatureMaps(input, empty ? 0 : capacity);
        gradient = new FeatureMaps(layers.output(input), empty ? 0 : capacity);
    }

    /// The output, a row for each sample; the rows that came in if there are no layers.
    float[] forward(float[] rows, int samples, Block.Step step) {
        return empty
                ? rows
                : blocks.forward(features.ofSize(samples).putRows(rows), step).rows();
    }

    /// The gradient by the input, from that by the output: rows, as before.
    float[] backward(float[] rows, Block.Step step) {
        return empty
                ? rows
                : blocks.backward(gradient.ofSize(features.samples()).putRows(rows), step)
                        .rows();
    }
}
