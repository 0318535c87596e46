package dev.mendel.bench.landscape;

import java.util.random.RandomGenerator;

/// Turns in many dimensions.
final class Rotation {
    private Rotation() {}

    /// Orthonormal axes of directions drawn at random, by Gram and Schmidt.
    static double[][] draw(int dimensions, RandomGenerator random) {
        double[][] axes = new double[dimensions][];
        for (int axis = 0; axis < dimensions; axis++) {
            axes[axis] = direction(dimensions, random);
            for (int before = 0; before < axis; before++) {
                double along = dot(axes[axis], axes[before]);
                for (int d = 0; d < dimensions; d++) {
                    axes[axis][d] -= along * axes[before][d];
                }
            }
            double length = Math.sqrt(dot(axes[axis], axes[axis]));
            for (int d = 0; d < dimensions; d++) {
                axes[axis][d] /= length;
            }
        }
        return axes;
    }

    /// Sums of twelve numbers come near enough to normal ones for all directions to be about as likely.
    private static double[] direction(int dimensions, RandomGenerator random) {
        double[] direction = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            direction[d] = -6;
            for (int i = 0; i < 12; i++) {
                direction[d] += random.nextDouble();
            }
        }
        return direction;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
