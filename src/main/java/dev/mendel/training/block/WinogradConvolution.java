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
    static final int TILE = 4;
    static final int PLACES = TILE * TILE;
    static final int KERNEL = 3;
    private static final int STRIDE = 2;

    /// The number of numbers of each place in one chunk: enough for a product to be worth its while, and few
    /// enough for input and output to stay in the processor's cache. Part of the arithmetic: it decides where
    /// the sums of a kernel's gradient are cut.
    private static final int AT_A_TIME = 4096;

    /// Each row of Bᵀ d is the same row of d plus or minus this one.
    private static final int[] SECOND = {2, 2, 1, 1};
    private static final float[] SIGN = {-1, 1, -1, -1};

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
    private final WinogradKernels kernels;
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
        kernels = new WinogradKernels(slot, inputs, outputs, products);
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
        kernels.transform(step.weights().learnt());
        for (int from = 0; from < out.samples(); from += chunk) {
            chunkIn.ofSize(Math.min(chunk, out.samples() - from)).take(input, from);
            for (int tile = 0; tile < tileRows * tileColumns; tile++) {
                float[][] transformed = tiles(from, tile);
                transformInput(tile, transformed);
                for (int place = 0; place < PLACES; place++) {
                    var here = Matrix.of(transformed[place], chunkIn.samples(), inputs);
                    products.multiply(here, kernels.packed(place), Products.Target.REPLACED, multiplied[place]);
                }
                transformOutput(tile, from);
            }
        }
        return out;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        back.ofSize(out.samples());
        kernels.begin(wanted);
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
        kernels.addGradient(step.gradient());
        return back;
    }

    private void multiplyGradients(float[][] transformed) {
        int samples = chunkIn.samples();
        for (int place = 0; place < PLACES; place++) {
            var gradient = Matrix.of(gradients[place], samples, outputs);
            var here = Matrix.of(transformed[place], samples, inputs);
            products.multiply(gradient.turn(), here, Products.Target.ADDED, kernels.sums(place));
            if (wanted == Gradient.OF_INPUT) {
                products.multiply(gradient, kernels.turned(place), Products.Target.REPLACED, multiplied[place]);
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
                        inputPlane(tile, i, j),
                        inputPlane(tile, i, SECOND[j]),
                        SIGN[j],
                        inputPlane(tile, SECOND[i], j),
                        inputPlane(tile, SECOND[i], SECOND[j]),
                        SIGN[i],
                        transformed[i * TILE + j],
                        chunkIn.length());
            }
        }
    }

    private float[] inputPlane(int tile, int row, int column) {
        return chunkIn.plane(row(tile) - padding + row, column(tile) - padding + column, nothing);
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
        return maps.plane(row(tile) + row, column(tile) + column, outside);
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
        return chunkBack.plane(row(tile) - padding + row, column(tile) - padding + column, ignored);
    }

    private int row(int tile) {
        return tile / tileColumns * STRIDE;
    }

    private int column(int tile) {
        return tile % tileColumns * STRIDE;
    }
}
