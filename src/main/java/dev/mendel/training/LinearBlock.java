package dev.mendel.training;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/// Weighted sums of everything that comes in, without their bias.
final class LinearBlock implements Block {
    private final Slots.Slot slot;
    private final int inputs;
    private final int units;
    private final boolean first;
    private final Maps out;
    private final Maps back;
    private final Operand samples;
    private final Operand weights;
    private final Operand gradients;
    private final float[] rows;
    private final float[] ordered;

    /// @param input what comes in
    /// @param first whether nobody needs the gradient by what comes in
    LinearBlock(Slots.Slot slot, Shape input, int units, boolean first, int capacity, PtNDManager owner) {
        this.slot = slot;
        this.inputs = input.size();
        this.units = units;
        this.first = first;
        out = new Maps(new Shape.Vector(units), capacity);
        back = new Maps(input, capacity);
        samples = new Operand(owner, 1, capacity, inputs);
        weights = new Operand(owner, 1, units, inputs);
        gradients = new Operand(owner, 1, capacity, units);
        rows = new float[capacity * inputs];
        ordered = new float[Math.max(units * inputs, capacity * inputs)];
    }

    @Override
    public Maps forward(Maps input, Step step) {
        out.ofSize(input.samples());
        back.ofSize(input.samples());
        takeWeights(step.weights().learnt());
        for (int position = 0; position < input.positions(); position++) {
            copy(input.plane(position), position * input.channels(), rows);
        }
        samples.put(0, rows, 0, input.samples() * inputs);
        PtNDArray turned = Operand.transposed(weights.tensor(units));
        try (Operand.Product product = Operand.multiply(samples.tensor(input.samples()), turned)) {
            product.get(0, out.plane(0), out.length());
        }
        turned.close();
        return out;
    }

    @Override
    public Maps backward(Maps gradient, Step step) {
        gradients.put(0, gradient.plane(0), 0, out.length());
        PtNDArray here = gradients.tensor(out.samples());
        PtNDArray turned = Operand.transposed(here);
        try (Operand.Product product = Operand.multiply(turned, samples.tensor(out.samples()))) {
            product.get(0, ordered, units * inputs);
        }
        turned.close();
        addWeightGradient(step.gradient());
        if (!first) {
            try (Operand.Product product = Operand.multiply(here, weights.tensor(units))) {
                product.get(0, rows, out.samples() * inputs);
            }
            for (int position = 0; position < back.positions(); position++) {
                copyBack(position * back.channels(), back.plane(position));
            }
        }
        return back;
    }

    private void copy(float[] plane, int to, float[] rows) {
        int channels = back.channels();
        for (int sample = 0; sample < back.samples(); sample++) {
            System.arraycopy(plane, sample * channels, rows, sample * inputs + to, channels);
        }
    }

    private void copyBack(int from, float[] plane) {
        int channels = back.channels();
        for (int sample = 0; sample < back.samples(); sample++) {
            System.arraycopy(rows, sample * inputs + from, plane, sample * channels, channels);
        }
    }

    /// PyTorch flattens an image channel by channel; here it comes position by position.
    private void takeWeights(float[] learnt) {
        int positions = back.positions();
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < back.channels(); channel++) {
                for (int position = 0; position < positions; position++) {
                    ordered[unit * inputs + position * back.channels() + channel] =
                            learnt[slot.offset() + unit * inputs + channel * positions + position];
                }
            }
        }
        weights.put(0, ordered, 0, units * inputs);
    }

    private void addWeightGradient(float[] gradient) {
        int positions = back.positions();
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < back.channels(); channel++) {
                for (int position = 0; position < positions; position++) {
                    gradient[slot.offset() + unit * inputs + channel * positions + position] +=
                            ordered[unit * inputs + position * back.channels() + channel];
                }
            }
        }
    }
}
