package dev.mendel.search.pareto;

import java.util.ArrayList;
import java.util.List;

/// Empirical attainment: the places that so many of several sets of points reach (V. Grunert da Fonseca, C. M.
/// Fonseca, A. O. Hall, "Inferential performance assessment of stochastic optimisers and the attainment
/// function", 2001). A set attains a place where one of its points is as good in all numbers. Less is better in
/// each number, none is NaN.
public final class Attainment {
    private Attainment() {}

    /// Whether a set attains a place.
    public static boolean isAttained(double[] place, List<double[]> set) {
        return set.stream().anyMatch(point -> asGood(point, place));
    }

    private static boolean asGood(double[] point, double[] place) {
        for (int k = 0; k < place.length; k++) {
            if (point[k] > place[k]) {
                return false;
            }
        }
        return true;
    }

    /// The surface of two numbers that at least so many sets attain: its corners, ascending in the first number
    /// and descending in the second. The places that are attained are those that a corner is as good as, in both
    /// numbers. The order of sets and points changes nothing.
    ///
    /// @param least how many sets, at least one
    /// @return empty where fewer sets have points
    public static List<double[]> surface(List<List<double[]>> sets, int least) {
        var corners = new ArrayList<double[]>();
        double low = Double.POSITIVE_INFINITY;
        for (double across : across(sets)) {
            double height = height(sets, across, least);
            if (height < low) {
                corners.add(new double[] {across, height});
                low = height;
            }
        }
        return corners;
    }

    /// The first numbers of all points, ascending, each once: only there does a surface change.
    private static double[] across(List<List<double[]>> sets) {
        return sets.stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[0])
                .sorted()
                .distinct()
                .toArray();
    }

    /// The lowest second number that so many sets attain up to a first number; infinite where fewer have points
    /// there.
    private static double height(List<List<double[]>> sets, double across, int least) {
        return sets.stream()
                .mapToDouble(set -> set.stream()
                        .filter(point -> point[0] <= across)
                        .mapToDouble(point -> point[1])
                        .min()
                        .orElse(Double.POSITIVE_INFINITY))
                .sorted()
                .skip(least - 1L)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
