package dev.mendel.training.product;

import static dev.mendel.training.product.VectorTiles.NARROW;
import static dev.mendel.training.product.VectorTiles.WIDE;

import java.util.Arrays;

/// [Products] in vectors. Columns of b are packed into [Panels], and rows of a are multiplied with them tile by tile:
/// see [VectorTiles].
///
/// Only to be loaded where Java has the module `jdk.incubator.vector`.
final class VectorProducts extends Products {
    private static final int FEW_ROWS = 2;
    private static final int MANY_ROWS = 4;

    /// The panel of b that is multiplied with.
    private final float[] packed = new float[WIDE * BLOCK];

    /// The last rows of a matrix that is held column by column, packed.
    private final float[] lastRows = new float[MANY_ROWS * BLOCK];

    /// A tile that hangs over the edge of the product.
    private final float[] edge = new float[MANY_ROWS * NARROW];

    /// The right factor of a panel, and its target.
    ///
    /// @param first of the block's terms
    /// @param terms of the block
    /// @param column the first of the panel
    /// @param width of the panel
    /// @param columns in use; the rest is padding
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    private record Panel(
            Matrix a,
            float[] numbers,
            int at,
            int first,
            int terms,
            int column,
            int width,
            int columns,
            boolean added,
            float[] product,
            int step) {
        int place(int row) {
            return row * step + column;
        }
    }

    @Override
    void put(Matrix a, Matrix b, boolean added, float[] product) {
        int columns = b.columns();
        for (int first = 0; first < a.columns(); first += BLOCK) {
            int terms = Math.min(BLOCK, a.columns() - first);
            int width;
            for (int column = 0; column < columns; column += width) {
                width = Panels.width(a.turned(), columns - column);
                int used = Math.min(width, columns - column);
                boolean inPlace = width == columns && !b.turned();
                if (!inPlace) {
                    Panels.pack(b, first, terms, column, used, width, packed, 0);
                }
                float[] numbers = inPlace ? b.numbers() : packed;
                int at = inPlace ? first * columns : 0;
                multiply(new Panel(
                        a, numbers, at, first, terms, column, width, used, added || first > 0, product, columns));
            }
        }
        clearIfEmpty(a, columns, added, product);
    }

    @Override
    void put(Matrix a, Right b, boolean added, float[] product) {
        if (a.turned() != b.forTurned()) {
            put(a, b.matrix(), added, product);
            return;
        }
        int columns = b.matrix().columns();
        int at = 0;
        for (int first = 0; first < a.columns(); first += BLOCK) {
            int terms = Math.min(BLOCK, a.columns() - first);
            int width;
            for (int column = 0; column < columns; column += width) {
                width = Panels.width(a.turned(), columns - column);
                int used = Math.min(width, columns - column);
                multiply(new Panel(
                        a, b.packed(), at, first, terms, column, width, used, added || first > 0, product, columns));
                at += terms * width;
            }
        }
        clearIfEmpty(a, columns, added, product);
    }

    @Override
    void pack(Right right) {
        Matrix b = right.matrix();
        float[] to = right.packed(b.rows() * (b.columns() + WIDE));
        int at = 0;
        for (int first = 0; first < b.rows(); first += BLOCK) {
            int terms = Math.min(BLOCK, b.rows() - first);
            int width;
            for (int column = 0; column < b.columns(); column += width) {
                width = Panels.width(right.forTurned(), b.columns() - column);
                Panels.pack(b, first, terms, column, Math.min(width, b.columns() - column), width, to, at);
                at += terms * width;
            }
        }
    }

    private static void clearIfEmpty(Matrix a, int columns, boolean added, float[] product) {
        if (a.columns() == 0 && !added) {
            Arrays.fill(product, 0, a.rows() * columns, 0);
        }
    }

    private void multiply(Panel panel) {
        if (panel.a.turned()) {
            turned(panel);
        } else if (panel.width == WIDE) {
            wide(panel);
        } else {
            narrow(panel);
        }
    }

    /// Rows of a by a wide panel.
    private void wide(Panel panel) {
        float[] a = panel.a.numbers();
        int step = panel.a.step();
        int rows = panel.a.rows();
        int row = 0;
        if (panel.columns == WIDE) {
            for (; row + FEW_ROWS <= rows; row += FEW_ROWS) {
                int from = row * step + panel.first;
                VectorTiles.twoByFour(
                        a,
                        from,
                        from + step,
                        panel.numbers,
                        panel.at,
                        panel.terms,
                        panel.product,
                        panel.place(row),
                        panel.step,
                        panel.added);
            }
        }
        for (; row < rows; row += FEW_ROWS) {
            int from = row * step + panel.first;
            int next = row + 1 < rows ? from + step : from;
            VectorTiles.twoByFour(a, from, next, panel.numbers, panel.at, panel.terms, edge, 0, WIDE, false);
            takeEdge(panel, row, Math.min(FEW_ROWS, rows - row), WIDE);
        }
    }

    /// Rows of a by a narrow panel.
    private void narrow(Panel panel) {
        float[] a = panel.a.numbers();
        int step = panel.a.step();
        int rows = panel.a.rows();
        int row = 0;
        if (panel.columns == NARROW) {
            for (; row + MANY_ROWS <= rows; row += MANY_ROWS) {
                int from = row * step + panel.first;
                VectorTiles.fourByTwo(
                        a,
                        from,
                        from + step,
                        from + 2 * step,
                        from + 3 * step,
                        panel.numbers,
                        panel.at,
                        panel.terms,
                        panel.product,
                        panel.place(row),
                        panel.step,
                        panel.added);
            }
        }
        for (; row < rows; row += MANY_ROWS) {
            int from = row * step + panel.first;
            int last = (rows - 1) * step + panel.first;
            VectorTiles.fourByTwo(
                    a,
                    from,
                    Math.min(from + step, last),
                    Math.min(from + 2 * step, last),
                    Math.min(from + 3 * step, last),
                    panel.numbers,
                    panel.at,
                    panel.terms,
                    edge,
                    0,
                    NARROW,
                    false);
            takeEdge(panel, row, Math.min(MANY_ROWS, rows - row), NARROW);
        }
    }

    /// Columns of an a that is held column by column, by a narrow panel.
    private void turned(Panel panel) {
        float[] a = panel.a.numbers();
        int step = panel.a.step();
        int rows = panel.a.rows();
        int from = panel.first * step;
        int row = 0;
        for (; row + MANY_ROWS <= rows; row += MANY_ROWS) {
            if (panel.columns == NARROW) {
                VectorTiles.fourByTwo(
                        a,
                        from + row,
                        step,
                        panel.numbers,
                        panel.at,
                        panel.terms,
                        panel.product,
                        panel.place(row),
                        panel.step,
                        panel.added);
            } else {
                VectorTiles.fourByTwo(
                        a, from + row, step, panel.numbers, panel.at, panel.terms, edge, 0, NARROW, false);
                takeEdge(panel, row, MANY_ROWS, NARROW);
            }
        }
        if (row < rows) {
            for (int term = 0; term < panel.terms; term++) {
                for (int i = 0; i < rows - row; i++) {
                    lastRows[term * MANY_ROWS + i] = a[from + term * step + row + i];
                }
            }
            VectorTiles.fourByTwo(lastRows, 0, MANY_ROWS, panel.numbers, panel.at, panel.terms, edge, 0, NARROW, false);
            takeEdge(panel, row, rows - row, NARROW);
        }
    }

    private void takeEdge(Panel panel, int row, int rows, int width) {
        for (int i = 0; i < rows; i++) {
            int to = panel.place(row + i);
            for (int column = 0; column < panel.columns; column++) {
                float sum = edge[i * width + column];
                panel.product[to + column] = panel.added ? panel.product[to + column] + sum : sum;
            }
        }
    }
}
