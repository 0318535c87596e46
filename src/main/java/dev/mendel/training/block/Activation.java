package dev.mendel.training.block;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The part after a sum of inputs: its bias, if it has one, then rectification and pooling, if the tower says
/// so. The largest number of a window is found first and shifted and rectified alone, which gives the same.
final class Activation implements Block {
    private final Slots.@Nullable Slot bias;
    private final boolean rectified;
    private final Layer.@Nullable MaxPool pool;
    private final FeatureMaps out;
    private final FeatureMaps back;
    private final FeatureMaps largest;
    private FeatureMaps input;
    private final float[] shift;
    private final float[] sums;

    /// @param input the input
    /// @param output the output
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
        out = new FeatureMaps(output, capacity);
        back = new FeatureMaps(input, pool == null ? 0 : capacity);
        largest = new FeatureMaps(output, pool == null ? 0 : capacity);
        this.input = back;
        shift = new float[capacity * out.channels()];
        sums = new float[capacity * out.channels()];
    }

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        this.input = input;
        out.ofSize(input.samples());
        tileBias(step.weights().learnt());
        for (int position = 0; position < out.positions(); position++) {
            float[] from = pool == null ? input.plane(position) : largest(position);
            if (rectified) {
                Loops.rectifiedSum(from, shift, out.plane(position), out.length());
            } else {
                Loops.sum(from, shift, out.plane(position), out.length());
            }
        }
        return out;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        for (int position = 0; rectified && position < out.positions(); position++) {
            Loops.maskByPositive(out.plane(position), gradient.plane(position), out.length());
        }
        addBiasGradient(gradient, step.gradient());
        return pool == null ? gradient : spread(gradient);
    }

    private float[] largest(int position) {
        float[] to = largest.plane(position);
        int corner = corner(position);
        if (kernel() == 2) {
            float[][] four = window(input, position);
            Loops.largest(four[0], four[1], four[2], four[3], to, out.length());
            return to;
        }
        System.arraycopy(input.plane(corner), 0, to, 0, out.length());
        for (int place = 1; place < kernel() * kernel(); place++) {
            Loops.larger(input.plane(corner + offset(place)), to, out.length());
        }
        return to;
    }

    /// Each gradient goes where the largest number of its window was, the first of equals.
    private FeatureMaps spread(FeatureMaps gradient) {
        back.ofSize(out.samples());
        if (inFours()) {
            for (int position = 0; position < out.positions(); position++) {
                float[] to = largest.plane(position);
                Loops.moveToFour(
                        window(input, position), to, gradient.plane(position), window(back, position), out.length());
            }
            return back;
        }
        back.clear();
        for (int position = 0; position < out.positions(); position++) {
            for (int place = 0; place < kernel() * kernel(); place++) {
                int from = corner(position) + offset(place);
                Loops.moveWhereEqual(
                        input.plane(from),
                        largest.plane(position),
                        gradient.plane(position),
                        back.plane(from),
                        out.length());
            }
        }
        return back;
    }

    /// Whether each number is in exactly one window, and each window has four.
    private boolean inFours() {
        return kernel() == 2 && stride() == 2 && back.positions() == 4 * out.positions();
    }

    private float[][] window(FeatureMaps maps, int position) {
        int corner = corner(position);
        return new float[][] {
            maps.plane(corner),
            maps.plane(corner + 1),
            maps.plane(corner + back.width()),
            maps.plane(corner + back.width() + 1)
        };
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

    private void addBiasGradient(FeatureMaps gradient, float[] gradients) {
        if (bias == null) {
            return;
        }
        Arrays.fill(sums, 0, out.length(), 0);
        for (int position = 0; position < out.positions(); position++) {
            Loops.add(gradient.plane(position), sums, out.length());
        }
        for (int channel = 0; channel < out.channels(); channel++) {
            double sum = 0;
            for (int i = channel; i < out.length(); i += out.channels()) {
                sum += sums[i];
            }
            gradients[bias.offset() + channel] += (float) sum;
        }
    }
}
