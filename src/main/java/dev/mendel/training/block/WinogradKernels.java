package dev.mendel.training.block;

import static dev.mendel.training.block.WinogradConvolution.KERNEL;
import static dev.mendel.training.block.WinogradConvolution.PLACES;
import static dev.mendel.training.block.WinogradConvolution.TILE;

import dev.mendel.training.network.Slots;
import dev.mendel.training.product.Matrix;
import dev.mendel.training.product.Products;
import java.util.Arrays;

/// The kernels of a [WinogradConvolution], widened from 3 × 3 to 4 × 4 numbers, and the sums of their gradient,
/// narrowed back.
final class WinogradKernels {
    private final Slots.Slot slot;
    private final int inputs;
    private final int outputs;
    private final Products products;
    private final float[][] kernels = new float[PLACES][];
    private final Products.Right[] packed = new Products.Right[PLACES];
    private final Products.Right[] turned = new Products.Right[PLACES];
    private final float[][] sums = new float[PLACES][];

    WinogradKernels(Slots.Slot slot, int inputs, int outputs, Products products) {
        this.slot = slot;
        this.inputs = inputs;
        this.outputs = outputs;
        this.products = products;
        Arrays.setAll(kernels, _ -> new float[inputs * outputs]);
        Arrays.setAll(packed, _ -> new Products.Right());
        Arrays.setAll(turned, _ -> new Products.Right());
        Arrays.setAll(sums, _ -> new float[inputs * outputs]);
    }

    /// Takes the kernels from the learnt parameters: G g Gᵀ of each.
    void transform(float[] learnt) {
        var g = new double[KERNEL * KERNEL];
        var rows = new double[TILE * KERNEL];
        for (int c = 0; c < inputs; c++) {
            for (int o = 0; o < outputs; o++) {
                int at = slot.offset() + (o * inputs + c) * KERNEL * KERNEL;
                for (int k = 0; k < g.length; k++) {
                    g[k] = learnt[at + k];
                }
                for (int j = 0; j < KERNEL; j++) {
                    widen(g, j, KERNEL, rows, j, KERNEL);
                }
                for (int i = 0; i < TILE; i++) {
                    widenInto(rows, i * KERNEL, i * TILE, c * outputs + o);
                }
            }
        }
        for (int place = 0; place < PLACES; place++) {
            products.pack(Matrix.of(kernels[place], inputs, outputs), false, packed[place]);
        }
    }

    /// Begins a step back: sets the sums to 0, and packs the kernels for the gradient by the input if that is wanted.
    void begin(Block.Gradient wanted) {
        for (int place = 0; place < PLACES; place++) {
            Arrays.fill(sums[place], 0);
            if (wanted == Block.Gradient.OF_INPUT) {
                products.pack(Matrix.of(kernels[place], inputs, outputs).turn(), false, turned[place]);
            }
        }
    }

    /// The kernels at one of the 16 places of a tile: a row for each input channel, a column for each output channel.
    Products.Right packed(int place) {
        return packed[place];
    }

    /// [#packed] with rows and columns exchanged.
    Products.Right turned(int place) {
        return turned[place];
    }

    /// The sums of the kernels' gradient at a place, to be added to: a row for each output channel.
    float[] sums(int place) {
        return sums[place];
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

    /// Adds Gᵀ u G of all sums to the gradient by the parameters.
    void addGradient(float[] gradient) {
        var u = new double[PLACES];
        var rows = new double[KERNEL * TILE];
        for (int o = 0; o < outputs; o++) {
            for (int c = 0; c < inputs; c++) {
                for (int place = 0; place < PLACES; place++) {
                    u[place] = sums[place][o * inputs + c];
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
}
