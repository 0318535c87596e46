package dev.mendel.training.block;

import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.product.Matrix;
import dev.mendel.training.product.Products;

/// Weighted sums of everything that comes in, without their bias.
final class LinearBlock implements Block {
    private final Slots.Slot slot;
    private final int inputs;
    private final int units;
    private final Gradient wanted;
    private final Products products;
    private final FeatureMaps out;
    private final FeatureMaps back;
    private final float[] rows;
    private final float[] backRows;
    private final float[] weights;
    private final float[] weightSums;

    /// @param input the input
    LinearBlock(Slots.Slot slot, Shape input, int units, Gradient wanted, int capacity, Products products) {
        this.slot = slot;
        this.inputs = input.size();
        this.units = units;
        this.wanted = wanted;
        this.products = products;
        out = new FeatureMaps(new Shape.Vector(units), capacity);
        back = new FeatureMaps(input, capacity);
        rows = new float[capacity * inputs];
        backRows = new float[wanted == Gradient.OF_INPUT ? capacity * inputs : 0];
        weights = new float[units * inputs];
        weightSums = new float[units * inputs];
    }

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        out.ofSize(input.samples());
        back.ofSize(input.samples());
        takeWeights(step.weights().learnt());
        for (int position = 0; position < input.positions(); position++) {
            copy(input.plane(position), position * input.channels());
        }
        products.multiply(rowsIn(), weightMatrix().turn(), Products.Target.REPLACED, out.plane(0));
        return out;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        var here = Matrix.of(gradient.plane(0), out.samples(), units);
        products.multiply(here.turn(), rowsIn(), Products.Target.REPLACED, weightSums);
        addWeightGradient(step.gradient());
        if (wanted == Gradient.OF_INPUT) {
            products.multiply(here, weightMatrix(), Products.Target.REPLACED, backRows);
            for (int position = 0; position < back.positions(); position++) {
                copyBack(position * back.channels(), back.plane(position));
            }
        }
        return back;
    }

    private Matrix rowsIn() {
        return Matrix.of(rows, out.samples(), inputs);
    }

    private Matrix weightMatrix() {
        return Matrix.of(weights, units, inputs);
    }

    private void copy(float[] plane, int to) {
        int channels = back.channels();
        for (int sample = 0; sample < back.samples(); sample++) {
            System.arraycopy(plane, sample * channels, rows, sample * inputs + to, channels);
        }
    }

    private void copyBack(int from, float[] plane) {
        int channels = back.channels();
        for (int sample = 0; sample < back.samples(); sample++) {
            System.arraycopy(backRows, sample * inputs + from, plane, sample * channels, channels);
        }
    }

    /// PyTorch flattens an image channel by channel; here it comes position by position.
    private void takeWeights(float[] learnt) {
        int positions = back.positions();
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < back.channels(); channel++) {
                for (int position = 0; position < positions; position++) {
                    weights[unit * inputs + position * back.channels() + channel] =
                            learnt[slot.offset() + unit * inputs + channel * positions + position];
                }
            }
        }
    }

    private void addWeightGradient(float[] gradient) {
        int positions = back.positions();
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < back.channels(); channel++) {
                for (int position = 0; position < positions; position++) {
                    gradient[slot.offset() + unit * inputs + channel * positions + position] +=
                            weightSums[unit * inputs + position * back.channels() + channel];
                }
            }
        }
    }
}
