package dev.mendel.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The place of each parameter of a network in the one list of parameters, and of each running average in the
/// list of those. Towers come first, each followed by its projection and classifier, then the head; weights as
/// PyTorch shapes them, each followed by its bias.
public final class Slots {
    private final List<Slot> parameters = new ArrayList<>();
    private final List<Slot> statistics = new ArrayList<>();
    private final int towers;
    private final int perTower;
    private final int statisticsPerTower;

    /// A tensor within the list.
    ///
    /// @param name `tower 1 layer 4 weight`, `tower 1 classifier layer 1 bias`
    /// @param bound a uniform draw from ±`bound` initialises it; 0 where it starts at `start` instead
    @SuppressWarnings("ArrayRecordComponent") // a shape as the engine wants it, never compared
    public record Slot(String name, long[] shape, int offset, double bound, float start) {
        public int size() {
            long size = 1;
            for (long side : shape) {
                size *= side;
            }
            return Math.toIntExact(size);
        }
    }

    public Slots(Network network) {
        for (int tower = 1; tower <= network.towers(); tower++) {
            for (Network.Part part : network.parts()) {
                add("tower " + tower + (part.leadsAway() ? " " + part.name() : ""), part.layers(), part.input());
            }
        }
        towers = network.towers();
        perTower = parameters.size() / network.towers();
        statisticsPerTower = statistics.size() / network.towers();
        add(network.head(), network.headInputs());
    }

    /// The parameters, in order.
    public List<Slot> parameters() {
        return parameters;
    }

    /// The running means and variances of batch normalisations, in order.
    public List<Slot> statistics() {
        return statistics;
    }

    /// The parameters of one tower, with its projection and classifier, the towers being counted from 0.
    public List<Slot> parameters(int tower) {
        return parameters.subList(tower * perTower, (tower + 1) * perTower);
    }

    /// The parameters of the head.
    public List<Slot> head() {
        return parameters.subList(towers * perTower, parameters.size());
    }

    /// The running averages of one tower, the towers being counted from 0.
    public List<Slot> statistics(int tower) {
        return statistics.subList(tower * statisticsPerTower, (tower + 1) * statisticsPerTower);
    }

    /// The number of parameters.
    public int size() {
        return end(parameters);
    }

    /// The number of running averages.
    int statisticsSize() {
        return end(statistics);
    }

    /// Fresh parameters, drawn as PyTorch's layers draw theirs: uniformly from ±1/√(inputs of a unit), weights
    /// and biases.
    public Weights initial(RandomGenerator random) {
        return new Weights(fill(parameters, random), fill(statistics, random));
    }

    private static float[] fill(List<Slot> slots, RandomGenerator random) {
        var numbers = new float[end(slots)];
        for (Slot slot : slots) {
            for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                numbers[i] = slot.bound() == 0 ? slot.start() : (float) ((2 * random.nextDouble() - 1) * slot.bound());
            }
        }
        return numbers;
    }

    private void add(String name, Tower tower, Shape input) {
        List<Shape> shapes = tower.shapes(input);
        for (int i = 0; i < tower.layers().size(); i++) {
            add(name + " layer " + (i + 1), tower.layers().get(i), shapes.get(i));
        }
    }

    private void add(String name, Layer layer, Shape input) {
        switch (layer) {
            case Layer.Convolution convolution -> {
                int kernel = convolution.kernel();
                addWeights(name, convolution.channels(), input.features(), kernel, kernel);
            }
            case Layer.Linear linear -> addWeights(name, linear.units(), input.size());
            case Layer.BatchNorm _ -> {
                addStart(parameters, name + " weight", input.features(), 1);
                addStart(parameters, name + " bias", input.features(), 0);
                addStart(statistics, name + " mean", input.features(), 0);
                addStart(statistics, name + " variance", input.features(), 1);
            }
            case Layer.MaxPool _, Layer.Relu _, Layer.Dropout _ -> {}
        }
    }

    private void add(Head head, int inputs) {
        switch (head) {
            case Head.LessOrEqual _ -> {}
            case Head.Linear _ -> addWeights("head", 2, inputs);
            case Head.Perceptron(int hidden) -> {
                addWeights("head layer 1", hidden, inputs);
                addWeights("head layer 2", 2, hidden);
            }
        }
    }

    private void addWeights(String name, long... shape) {
        double inputs = 1;
        for (int i = 1; i < shape.length; i++) {
            inputs *= shape[i];
        }
        double bound = 1 / Math.sqrt(inputs);
        parameters.add(new Slot(name + " weight", shape, size(), bound, 0));
        parameters.add(new Slot(name + " bias", new long[] {shape[0]}, size(), bound, 0));
    }

    private static void addStart(List<Slot> slots, String name, int size, float start) {
        slots.add(new Slot(name, new long[] {size}, end(slots), 0, start));
    }

    private static int end(List<Slot> slots) {
        return slots.isEmpty() ? 0 : slots.getLast().offset() + slots.getLast().size();
    }
}
