package dev.mendel.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Hypervolumes up to (1, …, 1): the volume of what a set of points dominates there. Each point is a number for
/// each of 1 to 4 objectives; less is better, none is NaN. A point that is at 1 or more in any adds nothing.
public final class Hypervolume {
    private Hypervolume() {}

    /// The hypervolume of points, at least 0; of two objectives by one sweep, of more by slicing on the last.
    /// The order of the points changes no bit.
    public static double of(List<double[]> points) {
        List<double[]> inside = points.stream()
                .filter(point -> Arrays.stream(point).allMatch(each -> each < 1))
                .toList();
        return inside.isEmpty() ? 0 : of(inside, inside.getFirst().length);
    }

    /// How much the hypervolume grows with a point more, at least 0: the volume of the point's box, less what the
    /// others dominate of it.
    public static double gain(double[] point, List<double[]> others) {
        double box = 1;
        for (double each : point) {
            box *= Math.max(0, 1 - each);
        }
        if (box == 0) {
            return 0;
        }
        var clipped = new ArrayList<double[]>();
        for (double[] other : others) {
            double[] held = new double[point.length];
            Arrays.setAll(held, k -> Math.max(other[k], point[k]));
            if (Arrays.equals(held, point)) {
                return 0;
            }
            clipped.add(held);
        }
        return Math.max(0, box - of(undominated(clipped)));
    }

    /// Of equals the first.
    private static List<double[]> undominated(List<double[]> points) {
        var kept = new ArrayList<double[]>();
        for (double[] each : points) {
            if (kept.stream().noneMatch(other -> asGood(other, each))) {
                kept.removeIf(other -> asGood(each, other));
                kept.add(each);
            }
        }
        return kept;
    }

    private static boolean asGood(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
        }
        return true;
    }

    /// @param dimensions of the points that count: the first so many
    private static double of(List<double[]> points, int dimensions) {
        if (dimensions <= 2) {
            return dimensions == 1 ? 1 - least(points, 0) : area(points);
        }
        int last = dimensions - 1;
        List<double[]> ascending = points.stream()
                .sorted(Comparator.comparingDouble(point -> point[last]))
                .toList();
        double volume = 0;
        for (int i = 0; i < ascending.size(); i++) {
            double to = i + 1 < ascending.size() ? ascending.get(i + 1)[last] : 1;
            double thick = to - ascending.get(i)[last];
            if (thick > 0) {
                volume += thick * of(ascending.subList(0, i + 1), last);
            }
        }
        return volume;
    }

    private static double area(List<double[]> points) {
        List<double[]> ascending = points.stream()
                .sorted(Comparator.<double[]>comparingDouble(point -> point[0]).thenComparingDouble(point -> point[1]))
                .toList();
        double area = 0;
        double low = 1;
        for (double[] point : ascending) {
            if (point[1] < low) {
                area += (1 - point[0]) * (low - point[1]);
                low = point[1];
            }
        }
        return area;
    }

    private static double least(List<double[]> points, int dimension) {
        return points.stream().mapToDouble(point -> point[dimension]).min().orElse(1);
    }
}
