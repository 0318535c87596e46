package dev.mendel.search.surrogate;

import java.util.Arrays;

/// The hyperparameters of the Gaussian process.
///
/// @param weights how much each dimension matters: 1 over its squared length scale
/// @param noise the variance that no hyperparameter explains, as a share of all variance
@SuppressWarnings("ArrayRecordComponent") // never compared
record Smoothness(double[] weights, double noise) {
    /// Before anything is known: length scales of 0.7 of a scale, a hundredth of the variance unexplained.
    static final double WEIGHT = 2;

    static final double NOISE = 0.01;

    static Smoothness prior(int dimensions) {
        return prior(dimensions, NOISE);
    }

    /// With so much noise instead.
    static Smoothness prior(int dimensions, double noise) {
        double[] weights = new double[dimensions];
        Arrays.fill(weights, WEIGHT);
        return new Smoothness(weights, noise);
    }

    /// The logarithms of the weights, then that of the noise.
    double[] logarithms() {
        double[] logarithms = Arrays.copyOf(weights, weights.length + 1);
        logarithms[weights.length] = noise;
        return Arrays.stream(logarithms).map(StrictMath::log).toArray();
    }

    /// The inverse of [#logarithms].
    static Smoothness ofLogarithms(double[] logarithms) {
        double[] numbers = Arrays.stream(logarithms).map(StrictMath::exp).toArray();
        return new Smoothness(Arrays.copyOf(numbers, numbers.length - 1), numbers[numbers.length - 1]);
    }
}
