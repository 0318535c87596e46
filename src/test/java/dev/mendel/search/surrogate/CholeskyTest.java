package dev.mendel.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    private static final double[][] MATRIX = {{4}, {2, 5}, {-1, 0.5, 3}};
    private static final Cholesky FACTOR = factor();

    private static Cholesky factor() {
        Cholesky factor = Cholesky.empty();
        for (double[] row : MATRIX) {
            factor = factor.with(row, row[row.length - 1]);
        }
        return factor;
    }

    private static double element(int i, int j) {
        return i >= j ? MATRIX[i][j] : MATRIX[j][i];
    }

    @Test
    void solvesWhatTheMatrixMultiplied() {
        double[] x = {1, -2, 3};
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += element(i, j) * x[j];
            }
        }
        assertThat(FACTOR.solve(product)).containsExactly(x, within(1e-12));
    }

    @Test
    void invertsTheMatrix() {
        double[][] inverse = FACTOR.inverse();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += element(i, k) * (k >= j ? inverse[k][j] : inverse[j][k]);
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void knowsTheDeterminant() {
        // 4 (15 - 0.25) - 2 (6 + 0.5) - 1 (1 + 5)
        assertThat(Math.exp(2 * FACTOR.halfLogDeterminant())).isCloseTo(40, within(1e-9));
    }

    @Test
    void leavesTheShorterFactorAsItWas() {
        Cholesky one = Cholesky.empty().with(new double[0], 4);
        one.with(new double[] {2}, 5);
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.solve(new double[] {8})).containsExactly(2);
    }

    @Test
    void standsARowThatIsNothingNew() {
        Cholesky twice = Cholesky.empty().with(new double[0], 1).with(new double[] {1}, 1);
        assertThat(twice.solve(new double[] {1, 1})).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }
}
