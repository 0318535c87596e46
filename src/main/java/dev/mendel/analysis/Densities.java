package dev.mendel.analysis;

import dev.mendel.space.Value;
import java.util.List;
import java.util.function.IntPredicate;

/// The distribution of some values over a few places: each value counts at its own cell, or, on a range, as a
/// Gaussian around it on the range's scale, cut off at the bounds, as wide as Scott's rule says.
final class Densities {
    /// So many places has the scale of a range.
    static final int PLACES = 50;

    private final double[][] rows;

    private Densities(double[][] rows) {
        this.rows = rows;
    }

    /// For each value its share of each place; each row sums to 1.
    double[][] rows() {
        return rows;
    }

    static Densities of(Cells cells, List<Value> values) {
        return new Densities(cells.isSingle() ? counted(cells, values) : smoothed(cells, values));
    }

    /// The mean of the rows.
    double[] mean() {
        return mean(_ -> true);
    }

    /// The mean of some of the rows, at least one.
    double[] mean(IntPredicate taken) {
        double[] sum = new double[rows[0].length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (taken.test(i)) {
                count++;
                for (int place = 0; place < sum.length; place++) {
                    sum[place] += rows[i][place];
                }
            }
        }
        for (int place = 0; place < sum.length; place++) {
            sum[place] /= count;
        }
        return sum;
    }

    private static double[][] counted(Cells cells, List<Value> values) {
        double[][] rows = new double[values.size()][cells.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][cells.cell(values.get(i))] = 1;
        }
        return rows;
    }

    private static double[][] smoothed(Cells cells, List<Value> values) {
        double[] units =
                values.stream().mapToDouble(cells.hyperparameter()::unit).toArray();
        double width = width(units);
        double[][] rows = new double[units.length][PLACES];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int place = 0; place < PLACES; place++) {
                double distance = ((place + 0.5) / PLACES - units[i]) / width;
                rows[i][place] = StrictMath.exp(-distance * distance / 2);
                sum += rows[i][place];
            }
            for (int place = 0; place < PLACES; place++) {
                rows[i][place] /= sum;
            }
        }
        return rows;
    }

    /// Scott's rule, with the smaller of the standard deviation and the interquartile range's estimate of it;
    /// at least one place wide.
    private static double width(double[] units) {
        double quartiles = Statistics.quantile(0.75, units) - Statistics.quantile(0.25, units);
        double spread = Math.min(Statistics.deviation(units), quartiles / 1.34);
        return Math.max(1.059 * spread * Math.pow(units.length, -0.2), 1.0 / PLACES);
    }
}
