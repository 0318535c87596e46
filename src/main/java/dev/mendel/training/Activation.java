package dev.mendel.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What follows a sum of inputs: its bias, where it has one, then rectification and pooling, where the tower
/// says so. The largest number of a window is found first and shifted and rectified alone, which gives the
/// same.
final class Activation implements Block {
    private final Slots.@Nullable Slot bias;
    private final boolean rectified;
    private final Layer.@Nullable MaxPool pool;
    private final Maps out;
    private final Maps back;
    private final int[][] winners;
    private final float[] shift;
    private final float[] sums;

    /// @param input what comes in
    /// @param output what goes out
    Activation(
            Slots.@Nullable Slot bias,
            boolean rectified,
            Layer.@Nullable MaxPool pool,
            Shape input,
            Shape output,
            int capacity) {
        this.bias = bias;
        this.rectified = rectified;
        this.pool = pool;
        out = new Maps(output, capacity);
        back = new Maps(input, pool == null ? 0 : capacity);
        winners = new int[pool == null ? 0 : out.positions()][capacity * out.channels()];
        shift = new float[capacity * out.channels()];
        sums = new float[capacity * out.channels()];
    }

    @Override
    public Maps forward(Maps input, Step step) {
        out.ofSize(input.samples());
        tileBias(step.weights().learnt());
        for (int position = 0; position < out.positions(); position++) {
            float[] to = out.plane(position);
            float[] from = pool == null ? input.plane(position) : largest(input, position);
            if (rectified) {
                Loops.rectifiedSum(from, shift, to, out.length());
            } else {
                Loops.sum(from, shift, to, out.length());
            }
        }
        return out;
    }

    @Override
    public Maps backward(Maps gradient, Step step) {
        for (int position = 0; rectified && position < out.positions(); position++) {
            mask(out.plane(position), gradient.plane(position));
        }
        addBiasGradient(gradient, step.gradient());
        return pool == null ? gradient : spread(gradient);
    }

    private void mask(float[] output, float[] gradient) {
        for (int i = 0; i < out.length(); i++) {
            gradient[i] = output[i] > 0 ? gradient[i] : 0;
        }
    }

    private float[] largest(Maps input, int position) {
        float[] to = out.plane(position);
        int[] winner = winners[position];
        int corner = corner(position);
        if (kernel() == 2) {
            Windows.largest(
                    input.plane(corner),
                    input.plane(corner + 1),
                    input.plane(corner + input.width()),
                    input.plane(corner + input.width() + 1),
                    to,
                    winner,
                    out.length());
            return to;
        }
        System.arraycopy(input.plane(corner), 0, to, 0, out.length());
        Arrays.fill(winner, 0, out.length(), 0);
        for (int place = 1; place < kernel() * kernel(); place++) {
            Windows.larger(input.plane(corner + offset(place)), place, to, winner, out.length());
        }
        return to;
    }

    private Maps spread(Maps gradient) {
        back.ofSize(out.samples());
        for (int position = 0; position < back.positions(); position++) {
            Arrays.fill(back.plane(position), 0, back.length(), 0);
        }
        var window = new float[kernel() * kernel()][];
        for (int position = 0; position < out.positions(); position++) {
            for (int place = 0; place < window.length; place++) {
                window[place] = back.plane(corner(position) + offset(place));
            }
            Windows.add(gradient.plane(position), winners[position], window, out.length());
        }
        return back;
    }

    private int kernel() {
        return pool == null ? 1 : pool.kernel();
    }

    private int stride() {
        return pool == null ? 1 : pool.stride();
    }

    private int corner(int position) {
        return position / out.width() * stride() * back.width() + position % out.width() * stride();
    }

    private int offset(int place) {
        return place / kernel() * back.width() + place % kernel();
    }

    private void tileBias(float[] weights) {
        if (bias == null) {
            return;
        }
        for (int sample = 0; sample < out.samples(); sample++) {
            System.arraycopy(weights, bias.offset(), shift, sample * out.channels(), out.channels());
        }
    }

    private void addBiasGradient(Maps gradient, float[] gradients) {
        if (bias == null) {
            return;
        }
        Arrays.fill(sums, 0, out.length(), 0);
        for (int position = 0; position < out.positions(); position++) {
            Loops.add(gradient.plane(position), sums, out.length());
        }
        for (int i = 0; i < out.length(); i++) {
            gradients[bias.offset() + i % out.channels()] += sums[i];
        }
    }
}
