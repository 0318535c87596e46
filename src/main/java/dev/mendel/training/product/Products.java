package dev.mendel.training.product;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/// Products of matrices in plain arrays.
///
/// [#create] gives products whose bits depend on the numbers alone, on any processor: the terms of an element,
/// in ascending order of k, come in blocks of [#BLOCK]; each block is a chain of fused multiply-adds (`x =
/// fma(a, b, x)`, IEEE 754, from 0), and the sums of the blocks are added up in ascending order. Blocks also
/// keep the error of long sums small. The number of elements that are computed at a time changes none of them.
///
/// For one thread at a time.
public abstract sealed class Products permits VectorProducts, LoopProducts, SgemmProducts {
    /// The number of terms in one chain.
    static final int BLOCK = 256;

    /// The treatment of the numbers that a product's target holds.
    public enum Target {
        /// They are overwritten.
        REPLACED,
        /// The product is added to them.
        ADDED
    }

    /// The right side of several products, in the order in which they read it; to be packed by the products that use
    /// it.
    public static final class Right {
        private Matrix matrix = Matrix.of(new float[0], 0, 0);
        private boolean forTurned;
        private float[] packed = new float[0];

        /// Whether the matrices that are multiplied with it are held column by column.
        boolean forTurned() {
            return forTurned;
        }

        Matrix matrix() {
            return matrix;
        }

        float[] packed() {
            return packed;
        }

        /// Space for at least as many numbers.
        float[] packed(int length) {
            if (packed.length < length) {
                packed = new float[length];
            }
            return packed;
        }
    }

    /// The fastest way that this Java machine has; all give the same bits.
    public static Products create() {
        return vectors() ? new VectorProducts() : new LoopProducts();
    }

    /// The implementation of products here: a phrase for the record.
    public static String means() {
        return "by Mendel's own arithmetic, the same on any processor, in "
                + (vectors() ? "vectors of " + VectorTiles.LENGTH + " numbers" : "plain loops");
    }

    /// Puts a·b into the first numbers of an array, row by row.
    ///
    /// @throws IllegalArgumentException if the matrices don't fit each other, their arrays or `product`
    public final void multiply(Matrix a, Matrix b, Target target, float[] product) {
        check(a, b, product);
        put(a, b, target == Target.ADDED, product);
    }

    /// As the other, with a right side that was packed.
    public final void multiply(Matrix a, Right b, Target target, float[] product) {
        check(a, b.matrix, product);
        put(a, b, target == Target.ADDED, product);
    }

    /// Packs the right side of products to come; until the last of them its numbers stay as they are.
    ///
    /// @param forTurned whether the other factor is held column by column
    public final void pack(Matrix b, boolean forTurned, Right right) {
        right.matrix = b;
        right.forTurned = forTurned;
        pack(right);
    }

    private static void check(Matrix a, Matrix b, float[] product) {
        if (a.columns() != b.rows()
                || product.length < a.rows() * b.columns()
                || a.numbers().length < a.rows() * a.columns()
                || b.numbers().length < b.rows() * b.columns()) {
            throw new IllegalArgumentException(a.rows() + "x" + a.columns() + " times " + b.rows() + "x" + b.columns()
                    + " does not go into " + product.length + " numbers");
        }
    }

    /// As [#multiply]; everything fits.
    ///
    /// @param added whether the product is added to its target
    abstract void put(Matrix a, Matrix b, boolean added, float[] product);

    /// As [#multiply]; everything fits.
    void put(Matrix a, Right b, boolean added, float[] product) {
        put(a, b.matrix(), added, product);
    }

    /// As [#pack(Matrix, boolean, Right)], where there is anything to do.
    void pack(Right right) {
        // the matrix itself will do
    }

    /// Whether this machine compiles [VectorTiles] to vector instructions. It is the optimising compiler that
    /// does; interpreted, or without a fused multiply-add, each operation would be a call.
    private static boolean vectors() {
        return Machine.VECTORS;
    }

    /// Asked once, when the first products are made.
    private static final class Machine {
        private static final boolean VECTORS =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                        && optimises()
                        && fused()
                        && VectorTiles.LENGTH > 2;

        private static boolean optimises() {
            String mode = System.getProperty("java.vm.info", "");
            return mode.contains("mixed mode") && !mode.contains("emulated-client");
        }
    }

    /// Whether `Math.fma` is an instruction here; it is exact in any case, but by way of decimal numbers where not.
    static boolean fused() {
        @Nullable HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            return true;
        }
        try {
            return Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException e) {
            return true; // a machine that has no such option does as it likes
        }
    }
}
