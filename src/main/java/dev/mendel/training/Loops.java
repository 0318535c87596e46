package dev.mendel.training;

/// Loops over the first `length` numbers of arrays, written so that Java turns them into vector instructions:
/// one index, no offsets, no branches. Inputs and outputs are different arrays, or the same one as a whole.
final class Loops {
    /// Makes of all but the very smallest numbers more than 1.
    private static final float HUGE = 1e38f;

    private Loops() {}

    /// sums += a.
    static void add(float[] a, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += a[i];
        }
    }

    /// sums −= a.
    static void subtract(float[] a, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] -= a[i];
        }
    }

    /// out = a + b.
    static void sum(float[] a, float[] b, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i];
        }
    }

    /// out = a − b.
    static void difference(float[] a, float[] b, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] - b[i];
        }
    }

    /// out = a + b + c.
    static void sum(float[] a, float[] b, float[] c, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i] + c[i];
        }
    }

    /// out = a − b − c.
    static void difference(float[] a, float[] b, float[] c, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] - b[i] - c[i];
        }
    }

    /// out = −a.
    static void negate(float[] a, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = -a[i];
        }
    }

    /// out = a + b − c.
    static void mixed(float[] a, float[] b, float[] c, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i] - c[i];
        }
    }

    /// sums += a + b − c.
    static void addMixed(float[] a, float[] b, float[] c, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += a[i] + b[i] - c[i];
        }
    }

    /// out = (a + s·b) + t·(c + s·d).
    static void cross(float[] a, float[] b, float s, float[] c, float[] d, float t, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = (a[i] + s * b[i]) + t * (c[i] + s * d[i]);
        }
    }

    /// out = a + b, or 0 where that is negative.
    static void rectifiedSum(float[] a, float[] b, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = Math.max(a[i] + b[i], 0f);
        }
    }

    /// largest = the larger of a and largest.
    static void larger(float[] a, float[] largest, int length) {
        for (int i = 0; i < length; i++) {
            largest[i] = Math.max(a[i], largest[i]);
        }
    }

    /// Sets to 0 what stands where others, none of them negative, are 0: multiplies by min(1, a·HUGE).
    static void maskByPositive(float[] a, float[] masked, int length) {
        for (int i = 0; i < length; i++) {
            masked[i] *= Math.min(1f, a[i] * HUGE);
        }
    }

    /// Moves what remains to sums where a number is the largest: the factor max(0, 1 + (a − largest)·HUGE) is 1
    /// there and 0 elsewhere.
    static void moveWhereEqual(float[] a, float[] largest, float[] remains, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            float moved = remains[i] * Math.max(0f, 1f + (a[i] - largest[i]) * HUGE);
            sums[i] += moved;
            remains[i] -= moved;
        }
    }
}
