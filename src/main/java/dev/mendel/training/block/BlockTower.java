package dev.mendel.training.block;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Tower;
import dev.mendel.training.product.Products;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes blocks of the layers of a tower or a head: each sum of inputs with the layers after it, where that can
/// be one block.
final class BlockTower {
    private final List<Layer> layers;
    private final List<Shape> shapes;
    private final Iterator<Slots.Slot> parameters;
    private final Iterator<Slots.Slot> statistics;
    private final int capacity;
    private final Products products;
    private final List<Block> blocks = new ArrayList<>();
    private int place;

    /// Whether anything before the current layer learns; until then nobody needs the gradient by the input.
    private boolean learning;

    private int firstLearning;

    /// The input: data, whose gradient nobody needs, or the output of learnt layers.
    enum Input {
        DATA,
        LEARNT
    }

    /// @param parameters of the layers, and perhaps of others after them, in order; those of the layers are taken
    /// @param statistics likewise
    /// @param capacity the most samples there can be
    BlockTower(
            Tower tower,
            Shape input,
            Input kind,
            Iterator<Slots.Slot> parameters,
            Iterator<Slots.Slot> statistics,
            int capacity,
            Products products) {
        this.layers = tower.layers();
        this.shapes = tower.shapes(input);
        this.parameters = parameters;
        this.statistics = statistics;
        this.capacity = capacity;
        this.products = products;
        this.learning = kind == Input.LEARNT;
        while (place < layers.size()) {
            addNext();
        }
    }

    FeatureMaps forward(FeatureMaps input, Block.Step step) {
        FeatureMaps maps = input;
        for (Block block : blocks) {
            maps = block.forward(maps, step);
        }
        return maps;
    }

    /// The gradient by the input; of no meaning if that was data.
    FeatureMaps backward(FeatureMaps gradient, Block.Step step) {
        FeatureMaps maps = gradient;
        for (int i = blocks.size() - 1; i >= firstLearning; i--) {
            maps = blocks.get(i).backward(maps, step);
        }
        return maps;
    }

    private void addNext() {
        Shape input = shapes.get(place);
        switch (layers.get(place)) {
            case Layer.Convolution convolution -> addConvolution(convolution, FeatureMaps.image(input));
            case Layer.Linear linear -> {
                place++;
                add(new LinearBlock(parameters.next(), input, linear.units(), wanted(), capacity, products));
                addActivation(parameters.next());
            }
            case Layer.BatchNorm _ -> {
                place++;
                add(new NormBlock(
                        parameters.next(), parameters.next(), statistics.next(), statistics.next(), input, capacity));
            }
            case Layer.Dropout _ -> {
                place++;
                blocks.add(new DropoutBlock());
            }
            case Layer.Relu _, Layer.MaxPool _ -> addActivation(null);
        }
    }

    private Block.Gradient wanted() {
        return learning ? Block.Gradient.OF_INPUT : Block.Gradient.OF_PARAMETERS;
    }

    private void add(Block block) {
        if (!learning) {
            learning = true;
            firstLearning = blocks.size();
        }
        blocks.add(block);
    }

    private void addConvolution(Layer.Convolution layer, Shape.Image input) {
        Shape.Image needed = needed();
        Slots.Slot weight = parameters.next();
        place++;
        if (WinogradConvolution.fits(layer, input)) {
            add(new WinogradConvolution(weight, layer, input, needed, wanted(), capacity, products));
        } else {
            add(new PatchConvolution(weight, layer, input, needed, wanted(), capacity, products));
        }
        addActivation(parameters.next(), needed);
    }

    /// The part of a convolution's output that the pooling after it, if there is one, looks at.
    private Shape.Image needed() {
        Shape.Image output = FeatureMaps.image(shapes.get(place + 1));
        int next = place + 1;
        if (is(next, Layer.Relu.class)) {
            next++;
        }
        if (next < layers.size() && layers.get(next) instanceof Layer.MaxPool(int kernel, int stride)) {
            Shape.Image pooled = FeatureMaps.image(shapes.get(next + 1));
            return new Shape.Image(
                    output.channels(), (pooled.height() - 1) * stride + kernel, (pooled.width() - 1) * stride + kernel);
        }
        return output;
    }

    private void addActivation(Slots.@Nullable Slot bias) {
        addActivation(bias, shapes.get(place));
    }

    /// Takes rectification and pooling, in either order, into one block.
    private void addActivation(Slots.@Nullable Slot bias, Shape input) {
        boolean rectified = is(place, Layer.Relu.class);
        place += rectified ? 1 : 0;
        Layer.MaxPool pool = null;
        if (place < layers.size() && layers.get(place) instanceof Layer.MaxPool next) {
            pool = next;
            place++;
        }
        if (pool != null && !rectified && is(place, Layer.Relu.class)) {
            rectified = true;
            place++;
        }
        blocks.add(new Activation(bias, rectified, pool, input, shapes.get(place), capacity));
    }

    private boolean is(int index, Class<? extends Layer> kind) {
        return index < layers.size() && kind.isInstance(layers.get(index));
    }
}
