package dev.mendel.training.block;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.product.Matrix;
import dev.mendel.training.product.Products;
import java.util.Arrays;

/// Any convolution, without its bias, as products of matrices, position by position: each sample's window is a row,
/// each kernel a column.
final class PatchConvolution implements Block {
    private final Slots.Slot slot;
    private final Layer.Convolution layer;
    private final Gradient wanted;
    private final Products products;
    private final int taps;
    private final int outputs;
    private final FeatureMaps out;
    private final FeatureMaps back;
    private final float[] windows;
    /// Whether the windows are kept tap by tap, as columns, instead of sample by sample: of images of one channel a
    /// tap of all samples is one piece in the input.
    private final boolean tapByTap;
    private final float[] kernels;
    private final Products.Right packed = new Products.Right();
    private final Products.Right turnedPacked = new Products.Right();
    private final float[] kernelSums;
    private FeatureMaps input;

    /// @param input the input
    /// @param output the part of the output that is needed: may be smaller than the whole at the lower and
    ///     right side
    PatchConvolution(
            Slots.Slot slot,
            Layer.Convolution layer,
            Shape.Image input,
            Shape.Image output,
            Gradient wanted,
            int capacity,
            Products products) {
        this.slot = slot;
        this.layer = layer;
        this.wanted = wanted;
        this.products = products;
        taps = input.channels() * layer.kernel() * layer.kernel();
        outputs = output.channels();
        out = new FeatureMaps(output, capacity);
        back = new FeatureMaps(input, wanted == Gradient.OF_INPUT ? capacity : 0);
        windows = new float[capacity * taps];
        tapByTap = input.channels() == 1;
        kernels = new float[taps * outputs];
        kernelSums = new float[taps * outputs];
        this.input = back;
    }

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        this.input = input;
        out.ofSize(input.samples());
        takeKernels(step.weights().learnt());
        products.pack(Matrix.of(kernels, taps, outputs), tapByTap, packed);
        for (int position = 0; position < out.positions(); position++) {
            products.multiply(windows(position), packed, Products.Target.REPLACED, out.plane(position));
        }
        return out;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        Arrays.fill(kernelSums, 0);
        for (int position = 0; position < out.positions(); position++) {
            var here = Matrix.of(gradient.plane(position), out.samples(), outputs);
            products.multiply(windows(position).turn(), here, Products.Target.ADDED, kernelSums);
        }
        addKernelGradient(step.gradient());
        if (wanted == Gradient.OF_INPUT) {
            spread(gradient);
        }
        return back;
    }

    private void spread(FeatureMaps gradient) {
        back.ofSize(out.samples()).clear();
        products.pack(Matrix.of(kernels, taps, outputs).turn(), false, turnedPacked);
        for (int position = 0; position < out.positions(); position++) {
            var here = Matrix.of(gradient.plane(position), out.samples(), outputs);
            products.multiply(here, turnedPacked, Products.Target.REPLACED, windows);
            for (int tap = 0; tap < taps; tap += back.channels()) {
                addTap(position, tap);
            }
        }
    }

    private void addTap(int position, int tap) {
        int channels = back.channels();
        int y = y(position, tap / channels);
        int x = x(position, tap / channels);
        if (!back.contains(y, x)) {
            return;
        }
        float[] plane = back.plane(y, x);
        for (int sample = 0; sample < back.samples(); sample++) {
            for (int channel = 0; channel < channels; channel++) {
                plane[sample * channels + channel] += windows[sample * taps + tap + channel];
            }
        }
    }

    /// The windows of all samples at a position: filled in anew, for they would take more memory than the cache
    /// has.
    private Matrix windows(int position) {
        for (int tap = 0; tap < taps; tap += input.channels()) {
            copyTap(position, tap);
        }
        return tapByTap ? Matrix.of(windows, taps, input.samples()).turn() : Matrix.of(windows, input.samples(), taps);
    }

    private void copyTap(int position, int tap) {
        int channels = input.channels();
        int y = y(position, tap / channels);
        int x = x(position, tap / channels);
        int samples = input.samples();
        if (tapByTap) {
            if (input.contains(y, x)) {
                System.arraycopy(input.plane(y, x), 0, windows, tap * samples, samples);
            } else {
                Arrays.fill(windows, tap * samples, (tap + 1) * samples, 0);
            }
        } else if (!input.contains(y, x)) {
            for (int sample = 0; sample < samples; sample++) {
                Arrays.fill(windows, sample * taps + tap, sample * taps + tap + channels, 0);
            }
        } else {
            float[] plane = input.plane(y, x);
            for (int sample = 0; sample < samples; sample++) {
                System.arraycopy(plane, sample * channels, windows, sample * taps + tap, channels);
            }
        }
    }

    private int y(int position, int window) {
        return position / out.width() * layer.stride() - layer.padding() + window / layer.kernel();
    }

    private int x(int position, int window) {
        return position % out.width() * layer.stride() - layer.padding() + window % layer.kernel();
    }

    /// PyTorch keeps a kernel channel by channel; a row holds a window position by position.
    private void takeKernels(float[] learnt) {
        for (int output = 0; output < outputs; output++) {
            for (int tap = 0; tap < taps; tap++) {
                kernels[tap * outputs + output] = learnt[place(output, tap)];
            }
        }
    }

    private void addKernelGradient(float[] gradient) {
        for (int output = 0; output < outputs; output++) {
            for (int tap = 0; tap < taps; tap++) {
                gradient[place(output, tap)] += kernelSums[tap * outputs + output];
            }
        }
    }

    private int place(int output, int tap) {
        int channels = input.channels();
        int window = layer.kernel() * layer.kernel();
        return slot.offset() + output * taps + tap % channels * window + tap / channels;
    }
}
