package dev.mendel.training.block;

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

    /// out = a + b.
    static void sum(float[] a, float[] b, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i];
        }
    }

    /// out = a + b, and other = a − b.
    static void sumAndDifference(float[] a, float[] b, float[] out, float[] other, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i];
            other[i] = a[i] - b[i];
        }
    }

    /// Aᵀ of Winograd's algorithm: out = a + b + c, and other = b − c + d.
    static void narrow(float[] a, float[] b, float[] c, float[] d, float[] out, float[] other, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = a[i] + b[i] + c[i];
            other[i] = b[i] - c[i] + d[i];
        }
    }

    /// B of Winograd's algorithm, in place, where it changes anything: b = b − c − d, and c = b + c − a.
    static void cross(float[] a, float[] b, float[] c, float[] d, int length) {
        for (int i = 0; i < length; i++) {
            float second = b[i] - c[i] - d[i];
            float third = b[i] + c[i] - a[i];
            b[i] = second;
            c[i] = third;
        }
    }

    /// B of Winograd's algorithm, added to sums.
    static void addCross(float[][] v, float[][] sums, int length) {
        float[] a = v[0];
        float[] b = v[1];
        float[] c = v[2];
        float[] d = v[3];
        float[] sumA = sums[0];
        float[] sumB = sums[1];
        float[] sumC = sums[2];
        float[] sumD = sums[3];
        for (int i = 0; i < length; i++) {
            sumA[i] += a[i];
            sumB[i] += b[i] - c[i] - d[i];
            sumC[i] += b[i] + c[i] - a[i];
            sumD[i] += d[i];
        }
    }

    /// out = (a + s·b) + t·(c + s·d).
    static void corners(float[] a, float[] b, float s, float[] c, float[] d, float t, float[] out, int length) {
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

    /// Sets elements to 0 where another array, never negative, is 0: multiplies by min(1, a·HUGE).
    static void maskByPositive(float[] a, float[] masked, int length) {
        for (int i = 0; i < length; i++) {
            masked[i] *= Math.min(1f, a[i] * HUGE);
        }
    }

    /// Adds elements to sums where a number is the largest: the factor max(0, 1 + (a − largest)·HUGE) is 1
    /// there and 0 elsewhere.
    static void moveWhereEqual(float[] a, float[] largest, float[] remains, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            float moved = remains[i] * Math.max(0f, 1f + (a[i] - largest[i]) * HUGE);
            sums[i] += moved;
            remains[i] -= moved;
        }
    }

    /// As [#moveWhereEqual] for windows of four that do not overlap: a to d hold the numbers, and `window` takes
    /// their gradients.
    static void moveToFour(float[][] numbers, float[] largest, float[] gradient, float[][] window, int length) {
        float[] a = numbers[0];
        float[] b = numbers[1];
        float[] c = numbers[2];
        float[] gradientA = window[0];
        float[] gradientB = window[1];
        float[] gradientC = window[2];
        float[] gradientD = window[3];
        for (int i = 0; i < length; i++) {
            float remains = gradient[i];
            float moved = remains * Math.max(0f, 1f + (a[i] - largest[i]) * HUGE);
            gradientA[i] = moved;
            remains -= moved;
            moved = remains * Math.max(0f, 1f + (b[i] - largest[i]) * HUGE);
            gradientB[i] = moved;
            remains -= moved;
            moved = remains * Math.max(0f, 1f + (c[i] - largest[i]) * HUGE);
            gradientC[i] = moved;
            gradientD[i] = remains - moved;
        }
    }

    /// out = the largest of four.
    static void largest(float[] a, float[] b, float[] c, float[] d, float[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
        }
    }
}
