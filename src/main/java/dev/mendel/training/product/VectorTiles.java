package dev.mendel.training.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles of a product: 4 × 2 or 2 × 4 vectors that stay in registers while their terms are added. They are
/// eight chains, as many as a processor needs that starts two fused multiply-adds a cycle and ends each four
/// cycles later, and with the other factor no more than 16 registers. Local variables, not arrays, hold the
/// vectors: so the compiler keeps them there.
///
/// A tile is put into `product` from `at` on, its rows `step` apart, or added to what is there.
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// The number of elements in a vector.
    static final int LENGTH = SPECIES.length();

    static final int NARROW = 2 * LENGTH;
    static final int WIDE = 4 * LENGTH;

    private VectorTiles() {}

    /// Copies so many numbers, a multiple of [#LENGTH].
    static void copy(float[] from, int at, float[] to, int place, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector.fromArray(SPECIES, from, at + i).intoArray(to, place + i);
        }
    }

    /// Two rows of a, that begin at `a0` and `a1`, by four vectors a term of b.
    static void twoByFour(
            float[] a, int a0, int a1, float[] b, int b0, int terms, float[] product, int at, int step, boolean added) {
        FloatVector x00 = FloatVector.zero(SPECIES);
        FloatVector x01 = x00;
        FloatVector x02 = x00;
        FloatVector x03 = x00;
        FloatVector x10 = x00;
        FloatVector x11 = x00;
        FloatVector x12 = x00;
        FloatVector x13 = x00;
        for (int k = 0; k < terms; k++) {
            int from = b0 + k * WIDE;
            FloatVector b0k = FloatVector.fromArray(SPECIES, b, from);
            FloatVector b1k = FloatVector.fromArray(SPECIES, b, from + LENGTH);
            FloatVector b2k = FloatVector.fromArray(SPECIES, b, from + 2 * LENGTH);
            FloatVector b3k = FloatVector.fromArray(SPECIES, b, from + 3 * LENGTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, a[a0 + k]);
            x00 = factor.fma(b0k, x00);
            x01 = factor.fma(b1k, x01);
            x02 = factor.fma(b2k, x02);
            x03 = factor.fma(b3k, x03);
            factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
            x10 = factor.fma(b0k, x10);
            x11 = factor.fma(b1k, x11);
            x12 = factor.fma(b2k, x12);
            x13 = factor.fma(b3k, x13);
        }
        put(x00, product, at, added);
        put(x01, product, at + LENGTH, added);
        put(x02, product, at + 2 * LENGTH, added);
        put(x03, product, at + 3 * LENGTH, added);
        put(x10, product, at + step, added);
        put(x11, product, at + step + LENGTH, added);
        put(x12, product, at + step + 2 * LENGTH, added);
        put(x13, product, at + step + 3 * LENGTH, added);
    }

    /// Four rows of a, that begin at `a0` to `a3`, by two vectors a term of b.
    static void fourByTwo(
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            float[] b,
            int b0,
            int terms,
            float[] product,
            int at,
            int step,
            boolean added) {
        FloatVector x00 = FloatVector.zero(SPECIES);
        FloatVector x01 = x00;
        FloatVector x10 = x00;
        FloatVector x11 = x00;
        FloatVector x20 = x00;
        FloatVector x21 = x00;
        FloatVector x30 = x00;
        FloatVector x31 = x00;
        for (int k = 0; k < terms; k++) {
            FloatVector b0k = FloatVector.fromArray(SPECIES, b, b0 + k * NARROW);
            FloatVector b1k = FloatVector.fromArray(SPECIES, b, b0 + k * NARROW + LENGTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, a[a0 + k]);
            x00 = factor.fma(b0k, x00);
            x01 = factor.fma(b1k, x01);
            factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
            x10 = factor.fma(b0k, x10);
            x11 = factor.fma(b1k, x11);
            factor = FloatVector.broadcast(SPECIES, a[a2 + k]);
            x20 = factor.fma(b0k, x20);
            x21 = factor.fma(b1k, x21);
            factor = FloatVector.broadcast(SPECIES, a[a3 + k]);
            x30 = factor.fma(b0k, x30);
            x31 = factor.fma(b1k, x31);
        }
        put(x00, product, at, added);
        put(x01, product, at + LENGTH, added);
        put(x10, product, at + step, added);
        put(x11, product, at + step + LENGTH, added);
        put(x20, product, at + 2 * step, added);
        put(x21, product, at + 2 * step + LENGTH, added);
        put(x30, product, at + 3 * step, added);
        put(x31, product, at + 3 * step + LENGTH, added);
    }

    /// Four rows of an a that is held column by column: a term's four from `a0` on, the next term's `aStep` later.
    static void fourByTwo(
            float[] a,
            int a0,
            int aStep,
            float[] b,
            int b0,
            int terms,
            float[] product,
            int at,
            int step,
            boolean added) {
        FloatVector x00 = FloatVector.zero(SPECIES);
        FloatVector x01 = x00;
        FloatVector x10 = x00;
        FloatVector x11 = x00;
        FloatVector x20 = x00;
        FloatVector x21 = x00;
        FloatVector x30 = x00;
        FloatVector x31 = x00;
        int from = a0;
        for (int k = 0; k < terms; k++) {
            FloatVector b0k = FloatVector.fromArray(SPECIES, b, b0 + k * NARROW);
            FloatVector b1k = FloatVector.fromArray(SPECIES, b, b0 + k * NARROW + LENGTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, a[from]);
            x00 = factor.fma(b0k, x00);
            x01 = factor.fma(b1k, x01);
            factor = FloatVector.broadcast(SPECIES, a[from + 1]);
            x10 = factor.fma(b0k, x10);
            x11 = factor.fma(b1k, x11);
            factor = FloatVector.broadcast(SPECIES, a[from + 2]);
            x20 = factor.fma(b0k, x20);
            x21 = factor.fma(b1k, x21);
            factor = FloatVector.broadcast(SPECIES, a[from + 3]);
            x30 = factor.fma(b0k, x30);
            x31 = factor.fma(b1k, x31);
            from += aStep;
        }
        put(x00, product, at, added);
        put(x01, product, at + LENGTH, added);
        put(x10, product, at + step, added);
        put(x11, product, at + step + LENGTH, added);
        put(x20, product, at + 2 * step, added);
        put(x21, product, at + 2 * step + LENGTH, added);
        put(x30, product, at + 3 * step, added);
        put(x31, product, at + 3 * step + LENGTH, added);
    }

    private static void put(FloatVector sums, float[] product, int at, boolean added) {
        FloatVector result = added ? sums.add(FloatVector.fromArray(SPECIES, product, at)) : sums;
        result.intoArray(product, at);
    }
}
