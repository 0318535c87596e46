package dev.mendel.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Fronts of points, each a number for each objective; more is better, none is NaN. A point dominates another
/// if it is as good in all and better in one; equal points dominate neither.
public final class Fronts {
    private Fronts() {}

    /// Whether one point dominates another of as many numbers.
    public static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int k = 0; k < one.length; k++) {
            if (!(one[k] >= other[k])) {
                return false;
            }
            better |= one[k] > other[k];
        }
        return better;
    }

    /// The places of the points that no other dominates, ascending.
    public static List<Integer> first(List<double[]> points) {
        return undominated(points, IntStream.range(0, points.size()).boxed().toList());
    }

    /// The fronts, best first: the points that none dominates, then those that none of the others dominates,
    /// and so on (Deb et al., A fast and elitist multiobjective genetic algorithm: NSGA-II, 2002). Places
    /// ascend in each.
    public static List<List<Integer>> of(List<double[]> points) {
        List<Integer> left = IntStream.range(0, points.size()).boxed().toList();
        var fronts = new ArrayList<List<Integer>>();
        while (!left.isEmpty()) {
            List<Integer> front = undominated(points, left);
            left = left.stream().filter(each -> !front.contains(each)).toList();
            fronts.add(front);
        }
        return fronts;
    }

    /// What dominates a point comes before it in the order of the numbers, best first; and if anything
    /// dominates it, something on the front does.
    private static List<Integer> undominated(List<double[]> points, List<Integer> among) {
        List<Integer> bestFirst = among.stream()
                .sorted((one, other) -> compare(points.get(other), points.get(one)))
                .toList();
        var front = new ArrayList<Integer>();
        for (Integer each : bestFirst) {
            if (front.stream().noneMatch(other -> dominates(points.get(other), points.get(each)))) {
                front.add(each);
            }
        }
        return front.stream().sorted().toList();
    }

    /// By the first number in which they differ; both zeros are one.
    private static int compare(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] != other[k]) {
                return one[k] < other[k] ? -1 : 1;
            }
        }
        return 0;
    }

    /// The crowding distance of each point of a front, in their order: the sum over objectives of the distance
    /// between its two neighbours, as a share of the front's range; infinite at the ends, of equals for the
    /// first (the lowest) and the last (Deb et al., 2002). An objective in which all are equal has no ends.
    public static double[] crowding(List<double[]> front) {
        double[] crowding = new double[front.size()];
        int objectives = front.isEmpty() ? 0 : front.getFirst().length;
        for (int k = 0; k < objectives; k++) {
            int at = k;
            int[] order = IntStream.range(0, crowding.length)
                    .boxed()
                    .sorted((one, other) -> Double.compare(front.get(one)[at], front.get(other)[at]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            add(
                    crowding,
                    Arrays.stream(order)
                            .mapToDouble(place -> front.get(place)[at])
                            .toArray(),
                    order);
        }
        return crowding;
    }

    /// @param numbers of one objective, ascending
    private static void add(double[] crowding, double[] numbers, int[] order) {
        int last = numbers.length - 1;
        double range = numbers[last] - numbers[0];
        if (!(range > 0)) {
            return;
        }
        crowding[order[0]] = Double.POSITIVE_INFINITY;
        crowding[order[last]] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < last; i++) {
            crowding[order[i]] += (numbers[i + 1] - numbers[i - 1]) / range;
        }
    }
}
