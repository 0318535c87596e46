package dev.mendel.search.surrogate;

/// The correlation of the scores at two points: the rational quadratic kernel with α = 2, a weight for each
/// dimension (Rasmussen & Williams, Gaussian Processes for Machine Learning, 2006, equation 4.19). Smooth on
/// all length scales at once, and needs neither exponential nor root.
///
/// @param weights of the squared distances, each more than 0: 1 over the squared length scale
@SuppressWarnings("ArrayRecordComponent") // never compared
record RationalQuadratic(Features features, double[] weights) {

    /// The kernel of two points, from 0 to 1.
    double of(double[] one, double[] other) {
        double squared = 0;
        for (int i = 0; i < weights.length; i++) {
            squared += weights[i] * features.squaredDistance(i, one, other);
        }
        return value(squared);
    }

    /// The kernel at a weighted squared distance.
    static double value(double squared) {
        double base = 1 + squared / 4;
        return 1 / (base * base);
    }

    /// Its derivative by the squared distance.
    static double slope(double squared) {
        double base = 1 + squared / 4;
        return -0.5 / (base * base * base);
    }
}
