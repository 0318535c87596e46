package dev.mendel.search.surrogate;

/// How alike the scores at two points are taken to be: the Matérn kernel with ν = 5/2, a weight for each
/// dimension (Rasmussen & Williams, Gaussian Processes for Machine Learning, 2006, equation 4.17). Uses
/// [StrictMath], so that it is the same number on every machine.
///
/// @param weights of the squared distances, each more than 0: 1 over the squared length scale
record Matern(Features features, double[] weights) {

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
        double root = StrictMath.sqrt(5 * squared);
        return (1 + root + root * root / 3) * StrictMath.exp(-root);
    }

    /// Its derivative by the squared distance.
    static double slope(double squared) {
        double root = StrictMath.sqrt(5 * squared);
        return -5.0 / 6 * (1 + root) * StrictMath.exp(-root);
    }
}
