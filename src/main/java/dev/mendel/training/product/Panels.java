package dev.mendel.training.product;

import static dev.mendel.training.product.VectorTiles.NARROW;
import static dev.mendel.training.product.VectorTiles.WIDE;

/// Columns of a matrix side by side, term by term, padded with zeros to a width of two or four vectors.
final class Panels {
    private Panels() {}

    /// The width of the next panel.
    ///
    /// @param turned whether the other factor is held column by column
    /// @param left the number of columns left
    static int width(boolean turned, int left) {
        return turned || left <= NARROW ? NARROW : WIDE;
    }

    /// Packs a panel.
    ///
    /// @param b the matrix
    /// @param first the first of the terms to pack: rows of b
    /// @param terms their number
    /// @param column the first column to pack
    /// @param columns their number; the rest of the width is zeros
    /// @param width of the panel
    /// @param to the array to pack into, from `at` on
    static void pack(Matrix b, int first, int terms, int column, int columns, int width, float[] to, int at) {
        if (b.turned()) {
            packTurned(b.numbers(), b.step(), first, terms, column, columns, width, to, at);
        } else if (columns == width) {
            for (int term = 0; term < terms; term++) {
                VectorTiles.copy(b.numbers(), (first + term) * b.step() + column, to, at + term * width, width);
            }
        } else {
            for (int term = 0; term < terms; term++) {
                int from = (first + term) * b.step() + column;
                for (int i = 0; i < columns; i++) {
                    to[at + term * width + i] = b.numbers()[from + i];
                }
                for (int i = columns; i < width; i++) {
                    to[at + term * width + i] = 0;
                }
            }
        }
    }

    private static void packTurned(
            float[] b, int step, int first, int terms, int column, int columns, int width, float[] to, int at) {
        for (int i = 0; i < columns; i++) {
            int from = (column + i) * step + first;
            for (int term = 0; term < terms; term++) {
                to[at + term * width + i] = b[from + term];
            }
        }
        for (int i = columns; i < width; i++) {
            for (int term = 0; term < terms; term++) {
                to[at + term * width + i] = 0;
            }
        }
    }
}
