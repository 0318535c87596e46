package dev.mendel.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The empirical distribution of numbers: which share of them is at most how large.
///
/// @param count of the numbers
/// @param points in ascending order, the last with the share 1
public record Distribution(long count, List<Point> points) {
    private static final int MOST_POINTS = 400;

    /// A number, and the share of all numbers that are not larger.
    public record Point(double value, double share) {}

    /// Of finite numbers in any order. Of many different numbers an even choice of 400 is kept, among them the
    /// smallest and the largest.
    public static Distribution of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        var points = new ArrayList<Point>();
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i] < sorted[i + 1]) {
                points.add(new Point(sorted[i], (i + 1.0) / sorted.length));
            }
        }
        return new Distribution(sorted.length, thinned(points));
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_POINTS) {
            return List.copyOf(points);
        }
        var thinned = new ArrayList<Point>();
        for (int i = 0; i < MOST_POINTS; i++) {
            thinned.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return thinned;
    }
}
