package dev.mendel.search.surrogate;

import java.util.Arrays;

/// The factor L of a symmetric positive definite matrix K = L Lᵀ, built row by row (Golub & Van Loan, Matrix
/// Computations, 4th edition, §4.2). Immutable: a longer one shares the rows of the shorter.
final class Cholesky {
    /// The smallest pivot allowed.
    private static final double LEAST = 1e-10;

    private static final Cholesky EMPTY = new Cholesky(new double[0][]);

    private final double[][] rows;

    private Cholesky(double[][] rows) {
        this.rows = rows;
    }

    static Cholesky empty() {
        return EMPTY;
    }

    int size() {
        return rows.length;
    }

    /// The factor of the matrix with one row and column more.
    ///
    /// @param covariances the new row of K up to the diagonal
    /// @param variance the new element on the diagonal
    Cholesky with(double[] covariances, double variance) {
        double[] row = Arrays.copyOf(forward(covariances), rows.length + 1);
        row[rows.length] = StrictMath.sqrt(Math.max(variance - squares(row, rows.length), LEAST));
        double[][] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = row;
        return new Cholesky(more);
    }

    /// The sum of the first squares.
    static double squares(double[] numbers, int count) {
        return dot(numbers, numbers, 0, count);
    }

    /// x with L x = b.
    double[] forward(double[] b) {
        double[] x = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            x[i] = (b[i] - dot(rows[i], x, 0, i)) / rows[i][i];
        }
        return x;
    }

    /// x with K x = b.
    double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = rows.length - 1; i >= 0; i--) {
            x[i] /= rows[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= rows[i][j] * x[i];
            }
        }
        return x;
    }

    /// Half the logarithm of K's determinant.
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += StrictMath.log(rows[i][i]);
        }
        return sum;
    }

    /// The inverse of K, its lower triangle.
    double[][] inverse() {
        int size = rows.length;
        double[][] columns = new double[size][];
        for (int j = 0; j < size; j++) {
            columns[j] = inverseColumn(j);
        }
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            inverse[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                inverse[i][j] = dot(columns[i], columns[j], i, size);
            }
        }
        return inverse;
    }

    /// A column of the inverse of L.
    private double[] inverseColumn(int j) {
        double[] column = new double[rows.length];
        column[j] = 1 / rows[j][j];
        for (int i = j + 1; i < rows.length; i++) {
            column[i] = -dot(rows[i], column, j, i) / rows[i][i];
        }
        return column;
    }

    private static double dot(double[] one, double[] other, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
