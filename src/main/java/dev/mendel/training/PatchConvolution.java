package dev.mendel.training;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;

/// Any convolution, without its bias, as products of matrices: each window's numbers are a row, each kernel's a
/// column. Some positions are computed at a time, so that their rows stay in the processor's cache.
final class PatchConvolution implements Block {
    private static final int NUMBERS_AT_A_TIME = 1 << 18;

    private final Slots.Slot slot;
    private final Layer.Convolution layer;
    private final boolean first;
    private final int taps;
    private final int outputs;
    private final int group;
    private final Maps out;
    private final Maps back;
    private final Operand[] patches;
    private final Operand kernels;
    private final Operand gradients;
    private final float[] rows;
    private final float[] turnedKernels;
    private final float[] kernelSums;
    private final float[] scratch;
    private Maps input;

    /// @param input what comes in
    /// @param output the part of what comes out that is needed: may be smaller than the whole at the lower and
    ///     right side
    /// @param first whether nobody needs the gradient by what comes in
    PatchConvolution(
            Slots.Slot slot,
            Layer.Convolution layer,
            Shape.Image input,
            Shape.Image output,
            boolean first,
            int capacity,
            PtNDManager owner) {
        this.slot = slot;
        this.layer = layer;
        this.first = first;
        taps = input.channels() * layer.kernel() * layer.kernel();
        outputs = output.channels();
        out = new Maps(output, capacity);
        back = new Maps(input, first ? 0 : capacity);
        this.input = back;
        group = Math.clamp(NUMBERS_AT_A_TIME / ((long) capacity * Math.max(taps, outputs)), 1, out.positions());
        patches = new Operand[(out.positions() + group - 1) / group];
        Arrays.setAll(patches, _ -> new Operand(owner, 1, group * capacity, taps));
        kernels = new Operand(owner, 1, taps, outputs);
        gradients = new Operand(owner, 1, group * capacity, outputs);
        rows = new float[group * capacity * taps];
        turnedKernels = new float[taps * outputs];
        kernelSums = new float[taps * outputs];
        scratch = new float[Math.max(taps * outputs, capacity * outputs)];
    }

    @Override
    public Maps forward(Maps input, Step step) {
        this.input = input;
        out.ofSize(input.samples());
        takeKernels(step.weights().learnt());
        for (int i = 0; i < patches.length; i++) {
            int rowCount = fill(i);
            try (Operand.Product product = Operand.multiply(patches[i].tensor(rowCount), kernels.tensor(taps))) {
                for (int position = i * group; position < end(i); position++) {
                    product.get((position - i * group) * out.length(), out.plane(position), out.length());
                }
            }
        }
        return out;
    }

    @Override
    public Maps backward(Maps gradient, Step step) {
        back.ofSize(out.samples());
        for (int position = 0; !first && position < back.positions(); position++) {
            Arrays.fill(back.plane(position), 0, back.length(), 0);
        }
        Arrays.fill(kernelSums, 0);
        PtNDArray turned = Operand.transposed(kernels.tensor(taps));
        for (int i = 0; i < patches.length; i++) {
            backward(gradient, i, turned);
        }
        turned.close();
        addKernelGradient(step.gradient());
        return back;
    }

    private void backward(Maps gradient, int i, PtNDArray turnedKernels) {
        for (int position = i * group; position < end(i); position++) {
            gradients.put((position - i * group) * out.length(), gradient.plane(position), 0, out.length());
        }
        int rowCount = (end(i) - i * group) * out.samples();
        PtNDArray turnedPatches = Operand.transposed(patches[i].tensor(rowCount));
        try (Operand.Product product = Operand.multiply(turnedPatches, gradients.tensor(rowCount))) {
            product.addTo(kernelSums, scratch);
        }
        turnedPatches.close();
        if (!first) {
            try (Operand.Product product = Operand.multiply(gradients.tensor(rowCount), turnedKernels)) {
                product.get(0, rows, rowCount * taps);
            }
            addToBack(i);
        }
    }

    private int end(int i) {
        return Math.min((i + 1) * group, out.positions());
    }

    /// Writes the windows of a group of positions, and says how many there are.
    private int fill(int i) {
        int row = 0;
        for (int position = i * group; position < end(i); position++) {
            for (int tap = 0; tap < layer.kernel() * layer.kernel(); tap++) {
                copyTap(position, tap, row);
            }
            row += input.samples();
        }
        patches[i].put(0, rows, 0, row * taps);
        return row;
    }

    private void copyTap(int position, int tap, int row) {
        int channels = input.channels();
        int y = y(position, tap);
        int x = x(position, tap);
        int to = row * taps + tap * channels;
        if (!input.contains(y, x)) {
            for (int sample = 0; sample < input.samples(); sample++) {
                Arrays.fill(rows, to + sample * taps, to + sample * taps + channels, 0);
            }
            return;
        }
        float[] plane = input.plane(y, x);
        for (int sample = 0; sample < input.samples(); sample++) {
            for (int channel = 0; channel < channels; channel++) {
                rows[to + sample * taps + channel] = plane[sample * channels + channel];
            }
        }
    }

    private void addToBack(int i) {
        int channels = back.channels();
        for (int position = i * group; position < end(i); position++) {
            int row = (position - i * group) * out.samples();
            for (int tap = 0; tap < layer.kernel() * layer.kernel(); tap++) {
                int y = y(position, tap);
                int x = x(position, tap);
                if (back.contains(y, x)) {
                    addTap(back.plane(y, x), row * taps + tap * channels, channels);
                }
            }
        }
    }

    private void addTap(float[] plane, int from, int channels) {
        for (int sample = 0; sample < out.samples(); sample++) {
            for (int channel = 0; channel < channels; channel++) {
                plane[sample * channels + channel] += rows[from + sample * taps + channel];
            }
        }
    }

    private int y(int position, int tap) {
        return position / out.width() * layer.stride() - layer.padding() + tap / layer.kernel();
    }

    private int x(int position, int tap) {
        return position % out.width() * layer.stride() - layer.padding() + tap % layer.kernel();
    }

    /// PyTorch keeps a kernel channel by channel; a row holds a window position by position.
    private void takeKernels(float[] weights) {
        for (int output = 0; output < outputs; output++) {
            for (int tap = 0; tap < taps; tap++) {
                turnedKernels[tap * outputs + output] = weights[place(output, tap)];
            }
        }
        kernels.put(0, turnedKernels, 0, turnedKernels.length);
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
