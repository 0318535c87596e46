package dev.mendel.search.pareto;

import java.util.List;

/// How far a set of points stays behind a reference front. Less is better in each number, none is NaN.
public final class FrontDistance {
    private FrontDistance() {}

    /// The inverted generational distance plus, IGD+ (H. Ishibuchi, H. Masuda, Y. Tanigaki, Y. Nojima, "Modified
    /// distance calculation in generational distance and inverted generational distance", 2015): the mean over
    /// the reference's points of the distance to the nearest point of the set, in which only those numbers count
    /// that are worse than the reference's. 0 where the set is as good as each point of the reference.
    ///
    /// @param reference at least one point
    /// @return infinite for a set without points
    public static double inverted(List<double[]> reference, List<double[]> set) {
        double sum = 0;
        for (double[] point : reference) {
            sum += set.stream().mapToDouble(each -> behind(each, point)).min().orElse(Double.POSITIVE_INFINITY);
        }
        return sum / reference.size();
    }

    private static double behind(double[] point, double[] reference) {
        double sum = 0;
        for (int k = 0; k < reference.length; k++) {
            double worse = Math.max(0, point[k] - reference[k]);
            sum += worse * worse;
        }
        return Math.sqrt(sum);
    }
}
