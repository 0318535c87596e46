package dev.mendel.training;

/// Finds the largest numbers of windows, and their ways back.
final class Windows {
    private Windows() {}

    /// The largest of four numbers, and which it was; the first of equals.
    static void largest(float[] a, float[] b, float[] c, float[] d, float[] out, int[] winner, int length) {
        for (int i = 0; i < length; i++) {
            float largest = a[i];
            int place = 0;
            if (b[i] > largest) {
                largest = b[i];
                place = 1;
            }
            if (c[i] > largest) {
                largest = c[i];
                place = 2;
            }
            if (d[i] > largest) {
                largest = d[i];
                place = 3;
            }
            out[i] = largest;
            winner[i] = place;
        }
    }

    /// Replaces numbers that are smaller than others, and notes where from.
    static void larger(float[] a, int place, float[] out, int[] winner, int length) {
        for (int i = 0; i < length; i++) {
            if (a[i] > out[i]) {
                out[i] = a[i];
                winner[i] = place;
            }
        }
    }

    /// Adds each number where the largest of its window was.
    static void add(float[] gradient, int[] winner, float[][] window, int length) {
        for (int i = 0; i < length; i++) {
            window[winner[i]][i] += gradient[i];
        }
    }
}
