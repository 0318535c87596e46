package dev.mendel.training;

/// Loops over the first `length` numbers of arrays, written so that Java turns them into vector instructions:
/// one index, no offsets, no branches. Inputs and outputs are different arrays, or the same one as a whole.
final class Loops {
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
}
