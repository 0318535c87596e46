package dev.mendel.training;

import java.util.Arrays;

/// A convolution of 3 × 3 with stride 1, without its bias, by Winograd's algorithm F(2×2, 3×3): tiles of 4 × 4
/// numbers become tiles of 2 × 2 with 16 multiplications instead of 36. With input tiles d, kernels g and
/// output tiles y: y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A, where ⊙, summed over channels, is 16 products of matrices;
/// the ways back are the same with the matrices transposed.
///
/// Source: A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, 2015, section 4.1.
final class WinogradConvolution implements Block {
    private static final int TILE = 4;
    private static final int PLACES = TILE * TILE;
    private static final int STRIDE = 2;
    private static final int KERNEL = 3;

    /// How many rows are multiplied at a time: enough for the multiplication to be worth its while, and few enough
    /// for what goes in and comes out to stay in the processor's cache.
    private static final int ROWS = 640;

    /// Bᵀ d takes these rows of d in pairs: the first plus or minus the second.
    private static final int[] FIRST = {0, 1, 2, 3};

    private static final int[] SECOND = {2, 2, 1, 1};
    private static final float[] SIGN = {-1, 1, -1, -1};

    private final Slots.Slot slot;
    private final int inputs;
    private final int outputs;
    private final int padding;
    private final int tileRows;
    private final int tileColumns;
    private final int group;
    private final Gradient wanted;
    private final Gemm gemm;
    private final Maps out;
    private final Maps back;

    /// For each group of tiles and each of the 16 places: a row of channels for each tile and sample.
    private final float[][][] tiles;

    private final float[][] products = new float[PLACES][];
    private final float[][] gradients = new float[PLACES][];
    private final float[][] kernels = new float[PLACES][];
    private final float[][] kernelSums = new float[PLACES][];
    private final float[][] middle = new float[PLACES][];
    private final float[][] half = new float[PLACES][];
    private final float[] scratch;
    private final float[] nothing;
    private final float[] ignored;
    private Maps input;

    /// @param input what comes in
    /// @param output the part of what comes out that is needed: may be smaller than the whole at the lower and
    ///     right side
    WinogradConvolution(
            Slots.Slot slot,
            Layer.Convolution layer,
            Shape.Image input,
            Shape.Image output,
            Gradient wanted,
            int capacity,
            Gemm gemm) {
        this.slot = slot;
        this.wanted = wanted;
        this.gemm = gemm;
        inputs = input.channels();
        outputs = output.channels();
        padding = layer.padding();
        tileRows = (output.height() + 1) / STRIDE;
        tileColumns = (output.width() + 1) / STRIDE;
        out = new Maps(output, capacity);
        back = new Maps(input, wanted == Gradient.OF_INPUT ? capacity : 0);
        this.input = back;
        int wider = Math.max(inputs, outputs);
        group = Math.clamp(ROWS / Math.max(capacity, 1), 1, tileRows * tileColumns);
        tiles = new float[(tileRows * tileColumns + group - 1) / group][PLACES][group * capacity * inputs];
        Arrays.setAll(products, _ -> new float[group * capacity * wider]);
        Arrays.setAll(gradients, _ -> new float[group * capacity * outputs]);
        Arrays.setAll(kernels, _ -> new float[inputs * outputs]);
        Arrays.setAll(kernelSums, _ -> new float[inputs * outputs]);
        Arrays.setAll(middle, _ -> new float[capacity * wider]);
        Arrays.setAll(half, _ -> new float[capacity * wider]);
        scratch = new float[capacity * wider];
        nothing = new float[capacity * wider];
        ignored = new float[capacity * wider];
    }

    static boolean fits(Layer.Convolution layer, Shape.Image input) {
        return layer.kernel() == KERNEL && layer.stride() == 1 && input.channels() >= 8;
    }

    @Override
    public Maps forward(Maps input, Step step) {
        this.input = input;
        out.ofSize(input.samples());
        transformKernels(step.weights().learnt());
        for (int i = 0; i < tiles.length; i++) {
            for (int tile = i * group; tile < end(i); tile++) {
                transformInput(tile);
            }
            int rows = (end(i) - i * group) * out.samples();
            for (int place = 0; place < PLACES; place++) {
                var kernel = Gemm.Matrix.of(kernels[place], inputs, outputs);
                var here = Gemm.Matrix.of(tiles[i][place], rows, inputs);
                gemm.multiply(here, kernel, Gemm.Target.REPLACED, products[place]);
            }
            for (int tile = i * group; tile < end(i); tile++) {
                take(tile, out.length());
                transformOutput(tile);
            }
        }
        return out;
    }

    @Override
    public Maps backward(Maps gradient, Step step) {
        back.ofSize(out.samples());
        if (wanted == Gradient.OF_INPUT) {
            back.clear();
        }
        for (int i = 0; i < tiles.length; i++) {
            for (int tile = i * group; tile < end(i); tile++) {
                spreadGradient(gradient, tile);
            }
            backward(i);
        }
        kernelGradient(step.gradient());
        return back;
    }

    private void backward(int i) {
        int rows = (end(i) - i * group) * out.samples();
        var target = i == 0 ? Gemm.Target.REPLACED : Gemm.Target.ADDED;
        for (int place = 0; place < PLACES; place++) {
            var gradient = Gemm.Matrix.of(gradients[place], rows, outputs);
            var turned = Gemm.Matrix.of(tiles[i][place], rows, inputs).turn();
            gemm.multiply(turned, gradient, target, kernelSums[place]);
            if (wanted == Gradient.OF_INPUT) {
                var kernel = Gemm.Matrix.of(kernels[place], inputs, outputs).turn();
                gemm.multiply(gradient, kernel, Gemm.Target.REPLACED, products[place]);
            }
        }
        for (int tile = i * group; wanted == Gradient.OF_INPUT && tile < end(i); tile++) {
            take(tile, back.length());
            addToBack(tile);
        }
    }

    private int end(int i) {
        return Math.min((i + 1) * group, tileRows * tileColumns);
    }

    private void take(int tile, int length) {
        for (int place = 0; place < PLACES; place++) {
            System.arraycopy(products[place], tile % group * length, middle[place], 0, length);
        }
    }

    private void put(float[] numbers, float[] group, int tile, int length) {
        System.arraycopy(numbers, 0, group, tile % this.group * length, length);
    }

    /// Bᵀ d B of one tile.
    private void transformInput(int tile) {
        int length = input.length();
        for (int i = 0; i < TILE; i++) {
            for (int j = 0; j < TILE; j++) {
                Loops.corners(
                        inputPlane(tile, FIRST[i], FIRST[j]),
                        inputPlane(tile, FIRST[i], SECOND[j]),
                        SIGN[j],
                        inputPlane(tile, SECOND[i], FIRST[j]),
                        inputPlane(tile, SECOND[i], SECOND[j]),
                        SIGN[i],
                        scratch,
                        length);
                put(scratch, tiles[tile / group][i * TILE + j], tile, length);
            }
        }
    }

    private float[] inputPlane(int tile, int row, int column) {
        int y = row(tile) - padding + row;
        int x = column(tile) - padding + column;
        return input.contains(y, x) ? input.plane(y, x) : nothing;
    }

    /// Aᵀ m A of one tile.
    private void transformOutput(int tile) {
        int length = out.length();
        for (int i = 0; i < TILE; i++) {
            int at = i * TILE;
            Loops.narrow(
                    middle[at], middle[at + 1], middle[at + 2], middle[at + 3], half[2 * i], half[2 * i + 1], length);
        }
        for (int j = 0; j < STRIDE; j++) {
            Loops.narrow(
                    half[j],
                    half[2 + j],
                    half[4 + j],
                    half[6 + j],
                    outputPlane(out, tile, 0, j, ignored),
                    outputPlane(out, tile, 1, j, ignored),
                    length);
        }
    }

    private float[] outputPlane(Maps maps, int tile, int row, int column, float[] outside) {
        int y = row(tile) + row;
        int x = column(tile) + column;
        return maps.contains(y, x) ? maps.plane(y, x) : outside;
    }

    /// A y Aᵀ of one tile.
    private void spreadGradient(Maps gradient, int tile) {
        int length = out.length();
        float[][] left = new float[TILE][];
        float[][] right = new float[TILE][];
        for (int j = 0; j < STRIDE; j++) {
            float[][] column = j == 0 ? left : right;
            column[0] = outputPlane(gradient, tile, 0, j, nothing);
            column[1] = half[2 * j];
            column[2] = half[2 * j + 1];
            column[3] = outputPlane(gradient, tile, 1, j, nothing);
            Loops.sumAndDifference(column[0], column[3], column[1], column[2], length);
        }
        for (int i = 0; i < TILE; i++) {
            put(left[i], gradients[i * TILE], tile, length);
            Loops.sumAndDifference(left[i], right[i], half[TILE], scratch, length);
            put(half[TILE], gradients[i * TILE + 1], tile, length);
            put(scratch, gradients[i * TILE + 2], tile, length);
            put(right[i], gradients[i * TILE + 3], tile, length);
        }
    }

    /// B v Bᵀ of one tile, added where the tile lies.
    private void addToBack(int tile) {
        int length = back.length();
        for (int j = 0; j < TILE; j++) {
            Loops.cross(middle[j], middle[TILE + j], middle[2 * TILE + j], middle[3 * TILE + j], length);
        }
        for (int i = 0; i < TILE; i++) {
            Loops.addCross(
                    new float[][] {middle[i * TILE], middle[i * TILE + 1], middle[i * TILE + 2], middle[i * TILE + 3]},
                    new float[][] {
                        backPlane(tile, i, 0), backPlane(tile, i, 1), backPlane(tile, i, 2), backPlane(tile, i, 3)
                    },
                    length);
        }
    }

    private float[] backPlane(int tile, int row, int column) {
        int y = row(tile) - padding + row;
        int x = column(tile) - padding + column;
        return back.contains(y, x) ? back.plane(y, x) : ignored;
    }

    /// G g Gᵀ of all kernels.
    private void transformKernels(float[] weights) {
        var g = new double[KERNEL * KERNEL];
        var rows = new double[TILE * KERNEL];
        for (int o = 0; o < outputs; o++) {
            for (int c = 0; c < inputs; c++) {
                int at = slot.offset() + (o * inputs + c) * KERNEL * KERNEL;
                for (int k = 0; k < g.length; k++) {
                    g[k] = weights[at + k];
                }
                for (int j = 0; j < KERNEL; j++) {
                    widen(g, j, KERNEL, rows, j, KERNEL);
                }
                for (int i = 0; i < TILE; i++) {
                    widenInto(rows, i * KERNEL, i * TILE, c * outputs + o);
                }
            }
        }
    }

    private static void widen(double[] from, int at, int stride, double[] to, int place, int step) {
        double outer = from[at] + from[at + 2 * stride];
        to[place] = from[at];
        to[place + step] = (outer + from[at + stride]) / 2;
        to[place + 2 * step] = (outer - from[at + stride]) / 2;
        to[place + 3 * step] = from[at + 2 * stride];
    }

    private void widenInto(double[] rows, int at, int place, int pair) {
        double outer = rows[at] + rows[at + 2];
        kernels[place][pair] = (float) rows[at];
        kernels[place + 1][pair] = (float) ((outer + rows[at + 1]) / 2);
        kernels[place + 2][pair] = (float) ((outer - rows[at + 1]) / 2);
        kernels[place + 3][pair] = (float) rows[at + 2];
    }

    /// Gᵀ u G of all sums.
    private void kernelGradient(float[] gradient) {
        var u = new double[PLACES];
        var rows = new double[KERNEL * TILE];
        for (int o = 0; o < outputs; o++) {
            for (int c = 0; c < inputs; c++) {
                for (int place = 0; place < PLACES; place++) {
                    u[place] = kernelSums[place][c * outputs + o];
                }
                for (int j = 0; j < TILE; j++) {
                    narrow(u, j, TILE, rows, j, TILE);
                }
                int at = slot.offset() + (o * inputs + c) * KERNEL * KERNEL;
                for (int i = 0; i < KERNEL; i++) {
                    double middle = rows[i * TILE + 1] + rows[i * TILE + 2];
                    gradient[at + i * KERNEL] += (float) (rows[i * TILE] + middle / 2);
                    gradient[at + i * KERNEL + 1] += (float) ((rows[i * TILE + 1] - rows[i * TILE + 2]) / 2);
                    gradient[at + i * KERNEL + 2] += (float) (middle / 2 + rows[i * TILE + 3]);
                }
            }
        }
    }

    private static void narrow(double[] from, int at, int stride, double[] to, int place, int step) {
        double middle = from[at + stride] + from[at + 2 * stride];
        to[place] = from[at] + middle / 2;
        to[place + step] = (from[at + stride] - from[at + 2 * stride]) / 2;
        to[place + 2 * step] = middle / 2 + from[at + 3 * stride];
    }

    private int row(int tile) {
        return tile / tileColumns * STRIDE;
    }

    private int column(int tile) {
        return tile % tileColumns * STRIDE;
    }
}
