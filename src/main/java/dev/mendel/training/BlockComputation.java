package dev.mendel.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The network as blocks with gradients written out: products of matrices by PyTorch, everything between them
/// by loops in Java over numbers that are still in the processor's cache. Agrees with [PlainComputation] within
/// rounding, and takes a fraction of its time.
final class BlockComputation implements Computation {
    private final PairSettings settings;
    private final Network network;
    private final List<BlockTower> towers = new ArrayList<>();
    private final List<Maps> images = new ArrayList<>();
    private final List<Maps> gradients = new ArrayList<>();
    private final BlockTower head;
    private final Maps pairs;
    private final Maps pairGradients;

    /// @param capacity the most pairs of a batch
    BlockComputation(PairSettings settings, int capacity) {
        this.settings = settings;
        this.network = settings.network();
        var slots = new Slots(network);
        var gemm = new Gemm();
        int samples = network.sharing() == Sharing.SHARED ? 2 * capacity : capacity;
        for (int tower = 0; tower < network.towers(); tower++) {
            towers.add(new BlockTower(
                    network.tower().layers(),
                    network.input(),
                    BlockTower.Input.DATA,
                    slots.parameters(tower),
                    slots.statistics(tower),
                    samples,
                    gemm));
            images.add(new Maps(network.input(), samples));
            gradients.add(new Maps(network.tower().output(network.input()), samples));
        }
        var input = new Shape.Vector(network.headInputs());
        pairs = new Maps(input, capacity);
        pairGradients = new Maps(new Shape.Vector(Tally.SIDES), capacity);
        head = new BlockTower(
                network.head().layers(), input, BlockTower.Input.LEARNT, slots.head(), List.of(), capacity, gemm);
    }

    @Override
    public double gradient(Weights weights, Batch batch, Masks masks, float[] gradient) {
        Arrays.fill(gradient, 0);
        var mode = new Block.Mode.Learning(masks.factors().iterator());
        var step = new Block.Step(weights, gradient, mode);
        Answers answers = forward(batch, step);
        backward(batch, answers, step);
        return LossFunction.of(settings, batch, answers);
    }

    @Override
    public Answers answers(Weights weights, Batch batch) {
        return forward(batch, new Block.Step(weights, new float[0], new Block.Mode.Asked()));
    }

    @Override
    public void close() {
        // holds nothing but arrays
    }

    private Answers forward(Batch batch, Block.Step step) {
        int count = batch.count();
        switch (network.sharing()) {
            case SHARED -> {
                Maps both = images.getFirst().ofSize(2 * count);
                both.putImages(batch.first(), 0, 0);
                both.putImages(batch.second(), count, 0);
            }
            case SEPARATE -> {
                images.getFirst().ofSize(count).putImages(batch.first(), 0, 0);
                images.getLast().ofSize(count).putImages(batch.second(), 0, 0);
            }
            case JOINT -> {
                Maps both = images.getFirst().ofSize(count);
                both.putImages(batch.first(), 0, 0);
                both.putImages(batch.second(), 0, 1);
            }
        }
        var outputs = new ArrayList<float[]>();
        for (int tower = 0; tower < towers.size(); tower++) {
            outputs.add(towers.get(tower).forward(images.get(tower), step).rows());
        }
        return compare(outputs, count, step);
    }

    private Answers compare(List<float[]> outputs, int count, Block.Step step) {
        if (network.sharing() == Sharing.JOINT) {
            return new Answers(head(outputs.getFirst(), count, step), new float[0], new float[0]);
        }
        float[] first = outputs.getFirst();
        float[] second = outputs.getLast();
        if (network.sharing() == Sharing.SHARED) {
            second = Arrays.copyOfRange(first, first.length / 2, first.length);
            first = Arrays.copyOf(first, first.length / 2);
        }
        if (network.head() instanceof Head.LessOrEqual) {
            return new Answers(new float[0], first, second);
        }
        return new Answers(head(sideBySide(first, second, count), count, step), first, second);
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

    private void backward(Batch batch, Answers answers, Block.Step step) {
        int count = batch.count();
        float[] byInputs = headGradient(batch, answers, step);
        if (network.sharing() == Sharing.JOINT) {
            towers.getFirst().backward(gradients.getFirst().ofSize(count).putRows(byInputs, 0, 0, 1), step);
            return;
        }
        addClassGradients(batch, answers, byInputs);
        switch (network.sharing()) {
            case SHARED -> {
                Maps both = gradients.getFirst().ofSize(2 * count);
                both.putRows(byInputs, 0, 0, 2);
                both.putRows(byInputs, count, 1, 2);
                towers.getFirst().backward(both, step);
            }
            case SEPARATE, JOINT -> {
                for (int side = 0; side < Tally.SIDES; side++) {
                    Maps one = gradients.get(side).ofSize(count);
                    towers.get(side).backward(one.putRows(byInputs, 0, side, 2), step);
                }
            }
        }
    }

    /// The gradient of the comparison's loss by what enters the head: a row for each pair, both sides beside
    /// each other.
    private float[] headGradient(Batch batch, Answers answers, Block.Step step) {
        if (network.head() instanceof Head.LessOrEqual) {
            return new float[batch.count() * network.headInputs()];
        }
        pairGradients.ofSize(batch.count());
        Arrays.fill(pairGradients.plane(0), 0);
        var rows = new LossFunction.Rows(Tally.SIDES, 0, Tally.SIDES);
        LossFunction.addGradient(
                settings.comparisonLoss(), answers.comparison(), batch.targets(), 1, pairGradients.plane(0), rows);
        return head.backward(pairGradients, step).rows();
    }

    private void addClassGradients(Batch batch, Answers answers, float[] byInputs) {
        if (!network.auxiliary()) {
            return;
        }
        int width = Network.CLASSES;
        Loss loss = settings.classLoss();
        double weight = LossFunction.classWeight(settings);
        LossFunction.addGradient(
                loss,
                answers.first(),
                batch.firstClasses(),
                weight,
                byInputs,
                new LossFunction.Rows(width, 0, 2 * width));
        LossFunction.addGradient(
                loss,
                answers.second(),
                batch.secondClasses(),
                weight,
                byInputs,
                new LossFunction.Rows(width, width, 2 * width));
    }
}
