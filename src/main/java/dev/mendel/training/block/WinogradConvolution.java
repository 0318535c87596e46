package dev.mendel.training.block;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.product.Matrix;
import dev.mendel.training.product.Products;
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

    /// The number of numbers of each place in one chunk: enough for a product to be worth its while, and few
    /// enough for input and output to stay in the processor's cache. Part of the arithmetic: it decides where
    /// the sums of a kernel's gradient are cut.
    private static final int AT_A_TIME = 4096;

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
    private final int chunk;
    private final Gradient wanted;
    private final Products products;
    private final FeatureMaps out;
    private final FeatureMaps back;

    /// The input and its gradient, of the samples that are worked on.
    private final FeatureMaps chunkIn;

    private final FeatureMaps chunkBack;

    /// For each chunk of samples, each tile and each of the 16 places: a row of channels for each sample.
    private final float[][][] tiles;

    private final float[][] multiplied = new float[PLACES][];
    private final float[][] gradients = new float[PLACES][];
    private final float[][] kernels = new float[PLACES][];
    private final Products.Right[] packed = new Products.Right[PLACES];
    private final Products.Right[] turnedPacked = new Products.Right[PLACES];
    private final float[][] kernelSums = new float[PLACES][];
    private final float[][] half = new float[2 * TILE][];
    private final float[] upper;
    private final float[] lower;
    private final float[] nothing;
    private final float[] ignored;

    /// @param input the input
    /// @param output the part of the output that is needed: may be smaller than the whole at the lower and
    ///     right side
    WinogradConvolution(
            Slots.Slot slot,
            Layer.Convolution layer,
            Shape.Image input,
            Shape.Image output,
            Gradient wanted,
            int capacity,
            Products products) {
        this.slot = slot;
        this.wanted = wanted;
        this.products = products;
        inputs = input.channels();
        outputs = output.channels();
        padding = layer.padding();
        tileRows = (output.height() + 1) / STRIDE;
        tileColumns = (output.width() + 1) / STRIDE;
        out = new FeatureMaps(output, capacity);
        back = new FeatureMaps(input, wanted == Gradient.OF_INPUT ? capacity : 0);
        int wider = Math.max(inputs, outputs);
        chunk = Math.clamp(AT_A_TIME / wider, 1, Math.max(capacity, 1));
        chunkIn = new FeatureMaps(input, chunk);
        chunkBack = new FeatureMaps(input, wanted == Gradient.OF_INPUT ? chunk : 0);
        int chunks = (capacity + chunk - 1) / chunk;
        tiles = new float[chunks * tileRows * tileColumns][PLACES][chunk * inputs];
        Arrays.setAll(multiplied, _ -> new float[chunk * wider]);
        Arrays.setAll(gradients, _ -> new float[chunk * outputs]);
        Arrays.setAll(kernels, _ -> new float[inputs * outputs]);
        Arrays.setAll(packed, _ -> new Products.Right());
        Arrays.setAll(turnedPacked, _ -> new Products.Right());
        Arrays.setAll(kernelSums, _ -> new float[inputs * outputs]);
        Arrays.setAll(half, _ -> new float[chunk * outputs]);
        upper = new float[chunk * outputs];
        lower = new float[chunk * outputs];
        nothing = new float[chunk * wider];
        ignored = new float[chunk * wider];
    }

    static boolean fits(Layer.Convolution layer, Shape.Image input) {
        return layer.kernel() == KERNEL && layer.stride() == 1 && input.channels() >= 8;
    }

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        out.ofSize(input.samples());
        transformKernels(step.weights().learnt());
        for (int place = 0; place < PLACES; place++) {
            products.pack(Matrix.of(kernels[place], inputs, outputs), false, packed[place]);
        }
        for (int from = 0; from < out.samples(); from += chunk) {
            chunkIn.ofSize(Math.min(chunk, out.samples() - from)).take(input, from);
            for (int tile = 0; tile < tileRows * tileColumns; tile++) {
                float[][] transformed = tiles(from, tile);
                transformInput(tile, transformed);
                for (int place = 0; place < PLACES; place++) {
                    var here = Matrix.of(transformed[place], chunkIn.samples(), inputs);
                    products.multiply(here, packed[place], Products.Target.REPLACED, multiplied[place]);
                }
                transformOutput(tile, from);
            }
        }
        return out;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        back.ofSize(out.samples());
        for (int place = 0; place < PLACES; place++) {
            Arrays.fill(kernelSums[place], 0);
            if (wanted == Gradient.OF_INPUT) {
                products.pack(Matrix.of(kernels[place], inputs, outputs).turn(), false, turnedPacked[place]);
            }
        }
        for (int from = 0; from < out.samples(); from += chunk) {
            chunkIn.ofSize(Math.min(chunk, out.samples() - from));
            if (wanted == Gradient.OF_INPUT) {
                chunkBack.ofSize(chunkIn.samples()).clear();
            }
            for (int tile = 0; tile < tileRows * tileColumns; tile++) {
                spreadGradient(gradient, tile, from);
                multiplyGradients(tiles(from, tile));
                if (wanted == Gradient.OF_INPUT) {
                    addToBack(tile);
                }
            }
            if (wanted == Gradient.OF_INPUT) {
                back.put(chunkBack, from);
            }
        }
        kernelGradient(step.gradient());
        return back;
    }

    private void multiplyGradients(float[][] transformed) {
        int samples = chunkIn.samples();
        for (int place = 0; place < PLACES; place++) {
            var gradient = Matrix.of(gradients[place], samples, outputs);
            var here = Matrix.of(transformed[place], samples, inputs);
            products.multiply(gradient.turn(), here, Products.Target.ADDED, kernelSums[place]);
            if (wanted == Gradient.OF_INPUT) {
                products.multiply(gradient, turnedPacked[place], Products.Target.REPLACED, multiplied[place]);
            }
        }
    }

    private float[][] tiles(int from, int tile) {
        return tiles[from / chunk * tileRows * tileColumns + tile];
    }

    /// Bᵀ d B of one tile.
    private void transformInput(int tile, float[][] transformed) {
        for (int i = 0; i < TILE; i++) {
            for (int j = 0; j < TILE; j++) {
                Loops.corners(
                        inputPlane(tile, FIRST[i], FIRST[j]),
                        inputPlane(tile, FIRST[i], SECOND[j]),
                        SIGN[j],
                        inputPlane(tile, SECOND[i], FIRST[j]),
                        inputPlane(tile, SECOND[i], SECOND[j]),
                        SIGN[i],
                        transformed[i * TILE + j],
                        chunkIn.length());
            }
        }
    }

    private float[] inputPlane(int tile, int row, int column) {
        int y = row(tile) - padding + row;
        int x = column(tile) - padding + column;
        return chunkIn.contains(y, x) ? chunkIn.plane(y, x) : nothing;
    }

    /// Aᵀ m A of one tile, put where it belongs.
    private void transformOutput(int tile, int from) {
        int count = chunkIn.samples() * outputs;
        for (int i = 0; i < TILE; i++) {
            float[][] m = multiplied;
            int at = i * TILE;
            Loops.narrow(m[at], m[at + 1], m[at + 2], m[at + 3], half[2 * i], half[2 * i + 1], count);
        }
        for (int j = 0; j < STRIDE; j++) {
            Loops.narrow(half[j], half[2 + j], half[4 + j], half[6 + j], upper, lower, count);
            System.arraycopy(upper, 0, outputPlane(out, tile, 0, j, ignored), at(out, tile, 0, j, from), count);
            System.arraycopy(lower, 0, outputPlane(out, tile, 1, j, ignored), at(out, tile, 1, j, from), count);
        }
    }

    private float[] outputPlane(FeatureMaps maps, int tile, int row, int column, float[] outside) {
        int y = row(tile) + row;
        int x = column(tile) + column;
        return maps.contains(y, x) ? maps.plane(y, x) : outside;
    }

    /// The start of a chunk in an output plane; anything outside is only as long as a chunk.
    private int at(FeatureMaps maps, int tile, int row, int column, int from) {
        return maps.contains(row(tile) + row, column(tile) + column) ? from * outputs : 0;
    }

    /// A y Aᵀ of one tile.
    private void spreadGradient(FeatureMaps gradient, int tile, int from) {
        int count = chunkIn.samples() * outputs;
        int last = TILE - 1;
        for (int j = 0; j < STRIDE; j++) {
            int column = j * last;
            float[] first = gradients[column];
            float[] second = gradients[last * TILE + column];
            System.arraycopy(
                    outputPlane(gradient, tile, 0, j, nothing), at(gradient, tile, 0, j, from), first, 0, count);
            System.arraycopy(
                    outputPlane(gradient, tile, 1, j, nothing), at(gradient, tile, 1, j, from), second, 0, count);
            Loops.sumAndDifference(first, second, gradients[TILE + column], gradients[2 * TILE + column], count);
        }
        for (int at = 0; at < PLACES; at += TILE) {
            Loops.sumAndDifference(gradients[at], gradients[at + last], gradients[at + 1], gradients[at + 2], count);
        }
    }

    /// B v Bᵀ of one tile, added where the tile lies.
    private void addToBack(int tile) {
        int length = chunkBack.length();
        float[][] m = multiplied;
        for (int j = 0; j < TILE; j++) {
            Loops.cross(m[j], m[TILE + j], m[2 * TILE + j], m[3 * TILE + j], length);
        }
        for (int i = 0; i < TILE; i++) {
            Loops.addCross(
                    new float[][] {m[i * TILE], m[i * TILE + 1], m[i * TILE + 2], m[i * TILE + 3]},
                    new float[][] {
                        backPlane(tile, i, 0), backPlane(tile, i, 1), backPlane(tile, i, 2), backPlane(tile, i, 3)
                    },
                    length);
        }
    }

    private float[] backPlane(int tile, int row, int column) {
        int y = row(tile) - padding + row;
        int x = column(tile) - padding + column;
        return chunkBack.contains(y, x) ? chunkBack.plane(y, x) : ignored;
    }

    /// G g Gᵀ of all kernels.
    private void transformKernels(float[] weights) {
        var g = new double[KERNEL * KERNEL];
        var rows = new double[TILE * KERNEL];
        for (int c = 0; c < inputs; c++) {
            for (int o = 0; o < outputs; o++) {
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
                    u[place] = kernelSums[place][o * inputs + c];
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
