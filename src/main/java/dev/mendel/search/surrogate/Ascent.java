package dev.mendel.search.surrogate;

import java.util.Arrays;
import java.util.function.Function;

/// Climbs a function of some numbers by the signs of its gradient: resilient propagation, with the step taken
/// back by half where a sign turns (Riedmiller & Braun, A direct adaptive method for faster backpropagation
/// learning, 1993, in the variant of Igel & Hüsken 2000 without backtracking).
final class Ascent {
    private static final double FIRST_STEP = 0.3;
    private static final double LONGEST_STEP = 1;
    private static final double SHORTEST_STEP = 0.01;
    private static final double FASTER = 1.2;
    private static final double SLOWER = 0.5;

    private Ascent() {}

    /// The best of the points seen in a number of steps.
    ///
    /// @param low no coordinate goes below this
    /// @param high nor above this
    static double[] climb(
            Function<double[], Likelihood.Worth> function, double[] start, int steps, double low, double high) {
        double[] here = start.clone();
        double[] best = start;
        double most = Double.NEGATIVE_INFINITY;
        double[] reach = new double[start.length];
        Arrays.fill(reach, FIRST_STEP);
        double[] before = new double[start.length];
        for (int step = 0; step < steps; step++) {
            Likelihood.Worth worth = function.apply(here);
            if (worth.value() > most) {
                most = worth.value();
                best = here.clone();
            }
            step(here, worth.gradient(), before, reach, low, high);
        }
        return best;
    }

    private static void step(
            double[] here, double[] gradient, double[] before, double[] reach, double low, double high) {
        for (int d = 0; d < here.length; d++) {
            double turn = gradient[d] * before[d];
            if (turn > 0) {
                reach[d] = Math.min(LONGEST_STEP, reach[d] * FASTER);
            } else if (turn < 0) {
                reach[d] = Math.max(SHORTEST_STEP, reach[d] * SLOWER);
                gradient[d] = 0;
            }
            here[d] = Math.clamp(here[d] + Math.signum(gradient[d]) * reach[d], low, high);
            before[d] = gradient[d];
        }
    }
}
