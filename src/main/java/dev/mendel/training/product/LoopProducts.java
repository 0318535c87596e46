package dev.mendel.training.product;

import java.util.Arrays;

/// [Products] in plain loops. They go through arrays with one index and without offsets: so the optimising compiler,
/// which can't know that two arrays differ, makes vector instructions of them.
final class LoopProducts extends Products {
    private static final boolean FUSED = fused();

    /// The number of terms that are added to an element at a time.
    private static final int AT_ONCE = 8;

    private final float[][] rows = new float[BLOCK][0];
    private final float[] factors = new float[BLOCK];
    private float[] sums = new float[0];

    @Override
    void put(Matrix a, Matrix b, boolean added, float[] product) {
        int columns = b.columns();
        if (sums.length < columns) {
            sums = new float[columns];
        }
        for (int first = 0; first < a.columns(); first += BLOCK) {
            int terms = Math.min(BLOCK, a.columns() - first);
            takeRows(b, first, terms);
            for (int row = 0; row < a.rows(); row++) {
                takeFactors(a, row, first, terms);
                Arrays.fill(sums, 0, columns, 0);
                addUp(terms, columns);
                int at = row * columns;
                if (added || first > 0) {
                    for (int column = 0; column < columns; column++) {
                        product[at + column] += sums[column];
                    }
                } else {
                    System.arraycopy(sums, 0, product, at, columns);
                }
            }
        }
        if (a.columns() == 0 && !added) {
            Arrays.fill(product, 0, a.rows() * columns, 0);
        }
    }

    private void takeRows(Matrix b, int first, int terms) {
        int columns = b.columns();
        for (int term = 0; term < terms; term++) {
            if (rows[term].length < columns) {
                rows[term] = new float[columns];
            }
            if (!b.turned()) {
                System.arraycopy(b.numbers(), (first + term) * columns, rows[term], 0, columns);
            }
        }
        for (int column = 0; b.turned() && column < columns; column++) {
            for (int term = 0; term < terms; term++) {
                rows[term][column] = b.numbers()[column * b.step() + first + term];
            }
        }
    }

    private void takeFactors(Matrix a, int row, int first, int terms) {
        if (a.turned()) {
            for (int term = 0; term < terms; term++) {
                factors[term] = a.numbers()[(first + term) * a.step() + row];
            }
        } else {
            System.arraycopy(a.numbers(), row * a.step() + first, factors, 0, terms);
        }
    }

    private void addUp(int terms, int columns) {
        if (!FUSED) {
            for (int term = 0; term < terms; term++) {
                addExactly(factors[term], rows[term], sums, columns);
            }
            return;
        }
        int term = 0;
        for (; term + AT_ONCE <= terms; term += AT_ONCE) {
            addEight(factors, rows, term, sums, columns);
        }
        for (; term < terms; term++) {
            add(factors[term], rows[term], sums, columns);
        }
    }

    private static void addEight(float[] factors, float[][] rows, int term, float[] sums, int columns) {
        float f0 = factors[term];
        float f1 = factors[term + 1];
        float f2 = factors[term + 2];
        float f3 = factors[term + 3];
        float f4 = factors[term + 4];
        float f5 = factors[term + 5];
        float f6 = factors[term + 6];
        float f7 = factors[term + 7];
        float[] row0 = rows[term];
        float[] row1 = rows[term + 1];
        float[] row2 = rows[term + 2];
        float[] row3 = rows[term + 3];
        float[] row4 = rows[term + 4];
        float[] row5 = rows[term + 5];
        float[] row6 = rows[term + 6];
        float[] row7 = rows[term + 7];
        for (int column = 0; column < columns; column++) {
            float sum = Math.fma(f0, row0[column], sums[column]);
            sum = Math.fma(f1, row1[column], sum);
            sum = Math.fma(f2, row2[column], sum);
            sum = Math.fma(f3, row3[column], sum);
            sum = Math.fma(f4, row4[column], sum);
            sum = Math.fma(f5, row5[column], sum);
            sum = Math.fma(f6, row6[column], sum);
            sums[column] = Math.fma(f7, row7[column], sum);
        }
    }

    private static void add(float factor, float[] row, float[] sums, int columns) {
        for (int column = 0; column < columns; column++) {
            sums[column] = Math.fma(factor, row[column], sums[column]);
        }
    }

    private static void addExactly(float factor, float[] row, float[] sums, int columns) {
        for (int column = 0; column < columns; column++) {
            sums[column] = fma(factor, row[column], sums[column]);
        }
    }

    /// `Math.fma` of floats without the instruction: the product of two floats is exact in double precision; the sum is
    /// rounded to odd there, after which rounding it to a float is as if it had been rounded once.
    ///
    /// Source: S. Boldo and G. Melquiond, Emulation of FMA and Correctly Rounded Sums: Proved Algorithms Using
    /// Rounding to Odd, 2008; the error of the sum by D. Knuth, The Art of Computer Programming 2, section 4.2.2.
    static float fma(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        double part = sum - product;
        double error = (product - (sum - part)) + (c - part);
        long bits = Double.doubleToRawLongBits(sum);
        if ((error < 0 || error > 0) && (bits & 1) == 0) { // no error of what is infinite or no number
            bits += error > 0 == sum > 0 ? 1 : -1;
        }
        return (float) Double.longBitsToDouble(bits);
    }
}
