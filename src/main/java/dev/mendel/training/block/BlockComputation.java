package dev.mendel.training.block;

import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.compute.LossFunction;
import dev.mendel.training.compute.Masks;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Tower;
import dev.mendel.training.network.Weights;
import dev.mendel.training.product.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The network as blocks with gradients written out: products of matrices, and everything between them by loops in
/// Java over numbers that are still in the processor's cache. Agrees with PyTorch within rounding, and
/// takes a fraction of its time. With [Products#create] the same on any processor, to the bit.
public final class BlockComputation implements Computation {
    private final PairSettings settings;
    private final Network network;
    private final List<BlockReader> readers = new ArrayList<>();
    private final BlockTower head;
    private final FeatureMaps pairs;
    private final FeatureMaps pairGradients;

    /// @param capacity the most pairs of a batch
    /// @param products the products to use; not shared with others
    public BlockComputation(PairSettings settings, int capacity, Products products) {
        this.settings = settings;
        this.network = settings.network();
        var slots = new Slots(network);
        int samples = network.sharing() == Sharing.SHARED ? 2 * capacity : capacity;
        for (int tower = 0; tower < network.towers(); tower++) {
            readers.add(new BlockReader(network, slots, tower, samples, products));
        }
        var input = new Shape.Vector(network.headInputs());
        pairs = new FeatureMaps(input, capacity);
        pairGradients = new FeatureMaps(new Shape.Vector(Network.ORDERS), capacity);
        head = new BlockTower(
                new Tower(network.head().layers()),
                input,
                BlockTower.Input.LEARNT,
                slots.head().iterator(),
                Collections.emptyIterator(),
                capacity,
                products);
    }

    @Override
    public double gradient(Weights weights, Batch batch, Masks masks, float[] gradient) {
        Arrays.fill(gradient, 0);
        var mode = new Block.Mode.Learning(masks.factors().iterator());
        var step = new Block.Step(weights, gradient, mode);
        Logits logits = forward(batch, step);
        backward(batch, logits, step);
        return LossFunction.training(settings, batch, logits);
    }

    @Override
    public Logits logits(Weights weights, Batch batch) {
        return forward(batch, new Block.Step(weights, new float[0], new Block.Mode.Asked()));
    }

    @Override
    public void close() {
        // holds nothing but arrays
    }

    private Logits forward(Batch batch, Block.Step step) {
        int count = batch.count();
        FeatureMaps images = readers.getFirst().images();
        return switch (network.sharing()) {
            case SHARED -> {
                images.ofSize(2 * count).putImages(batch.first(), 0, 0);
                images.putImages(batch.second(), count, 0);
                BlockReader.Reading both = readers.getFirst().read(step);
                yield compare(both.half(0), both.half(1), count, step);
            }
            case SEPARATE -> {
                images.ofSize(count).putImages(batch.first(), 0, 0);
                readers.getLast().images().ofSize(count).putImages(batch.second(), 0, 0);
                BlockReader.Reading first = readers.getFirst().read(step);
                yield compare(first, readers.getLast().read(step), count, step);
            }
            case JOINT -> {
                images.ofSize(count).putImages(batch.first(), 0, 0);
                images.putImages(batch.second(), 0, 1);
                float[] both = readers.getFirst().read(step).compared();
                yield new Logits(head(both, count, step), new float[0], new float[0]);
            }
        };
    }

    private Logits compare(BlockReader.Reading first, BlockReader.Reading second, int count, Block.Step step) {
        float[] comparison = network.head() instanceof Head.LessOrEqual
                ? new float[0]
                : head(sideBySide(first.compared(), second.compared(), count), count, step);
        return new Logits(comparison, first.classes(), second.classes());
    }

    private float[] head(float[] inputs, int count, Block.Step step) {
        pairs.ofSize(count);
        System.arraycopy(inputs, 0, pairs.plane(0), 0, pairs.length());
        return head.forward(pairs, step).rows();
    }

    private static float[] sideBySide(float[] first, float[] second, int count) {
        int width = first.length / count;
        var both = new float[2 * first.length];
        for (int pair = 0; pair < count; pair++) {
            System.arraycopy(first, pair * width, both, 2 * pair * width, width);
            System.arraycopy(second, pair * width, both, (2 * pair + 1) * width, width);
        }
        return both;
    }

    /// The inverse of [#sideBySide]: all of the first rows, then all of the second.
    private static float[] oneAfterTheOther(float[] both, int count) {
        int width = both.length / (2 * count);
        var rows = new float[both.length];
        for (int pair = 0; pair < count; pair++) {
            System.arraycopy(both, 2 * pair * width, rows, pair * width, width);
            System.arraycopy(both, (2 * pair + 1) * width, rows, (count + pair) * width, width);
        }
        return rows;
    }

    private void backward(Batch batch, Logits logits, Block.Step step) {
        float[] byInputs = headGradient(batch, logits, step);
        if (network.sharing() == Sharing.JOINT) {
            readers.getFirst().backward(new BlockReader.Reading(byInputs, new float[0]), step);
            return;
        }
        var byBoth = new BlockReader.Reading(
                oneAfterTheOther(byInputs, batch.count()),
                network.auxiliary() ? classGradients(batch, logits) : new float[0]);
        if (network.sharing() == Sharing.SHARED) {
            readers.getFirst().backward(byBoth, step);
        } else {
            readers.getFirst().backward(byBoth.half(0), step);
            readers.getLast().backward(byBoth.half(1), step);
        }
    }

    /// The gradient of the comparison's loss by the head's input: a row for each pair, both sides beside each
    /// other.
    private float[] headGradient(Batch batch, Logits logits, Block.Step step) {
        if (network.head() instanceof Head.LessOrEqual) {
            return new float[batch.count() * network.headInputs()];
        }
        pairGradients.ofSize(batch.count());
        Arrays.fill(pairGradients.plane(0), 0);
        new LossFunction(settings.comparisonLoss(), settings.regime().labelSmoothing())
                .addGradient(logits.comparison(), batch.targets(), 1, pairGradients.plane(0), 0);
        return head.backward(pairGradients, step).rows();
    }

    /// The gradient of the class losses by the classes' logits: a row for each first digit, then the second ones'.
    private float[] classGradients(Batch batch, Logits logits) {
        double weight = LossFunction.classWeight(settings);
        var rows = new float[2 * batch.count() * Network.CLASSES];
        var loss = new LossFunction(settings.classLoss(), settings.regime().labelSmoothing());
        loss.addGradient(logits.first(), batch.firstClasses(), weight, rows, 0);
        loss.addGradient(logits.second(), batch.secondClasses(), weight, rows, rows.length / 2);
        return rows;
    }
}
