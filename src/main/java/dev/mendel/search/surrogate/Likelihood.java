package dev.mendel.search.surrogate;

/// The quality of a [Smoothness] as explanation of observations: the logarithm of their marginal likelihood
/// (Rasmussen & Williams 2006, equation 5.8) and of log-normal priors around [Smoothness#prior], which keep
/// dimensions that hardly were explored from being believed to matter.
final class Likelihood {
    private static final double DEVIATION = 1.5;

    private final double[][][] distances;
    private final double[] targets;
    private final double[] prior;

    /// The value of a set of parameters, and its gradient.
    ///
    /// @param gradient by the logarithms of the parameters
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Worth(double value, double[] gradient) {}

    /// @param targets one for each point
    /// @param prior where the priors' centers are
    Likelihood(Features features, double[][] points, double[] targets, Smoothness prior) {
        this.targets = targets;
        this.prior = prior.logarithms();
        this.distances = new double[points.length][][];
        for (int i = 0; i < points.length; i++) {
            distances[i] = new double[i][features.dimensions()];
            for (int j = 0; j < i; j++) {
                for (int d = 0; d < features.dimensions(); d++) {
                    distances[i][j][d] = features.squaredDistance(d, points[i], points[j]);
                }
            }
        }
    }

    Worth of(double[] logarithms) {
        Smoothness smoothness = Smoothness.ofLogarithms(logarithms);
        double[][] squared = squared(smoothness.weights());
        Cholesky factor = factor(squared, smoothness.noise());
        double[] solved = factor.solve(targets);
        double value = -factor.halfLogDeterminant();
        for (int i = 0; i < targets.length; i++) {
            value -= 0.5 * targets[i] * solved[i];
        }
        double[] gradient = gradient(smoothness, squared, factor.inverse(), solved);
        return withPrior(value, gradient, logarithms);
    }

    private double[][] squared(double[] weights) {
        double[][] squared = new double[targets.length][];
        for (int i = 0; i < targets.length; i++) {
            squared[i] = new double[i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int d = 0; d < weights.length; d++) {
                    sum += weights[d] * distances[i][j][d];
                }
                squared[i][j] = sum;
            }
        }
        return squared;
    }

    private static Cholesky factor(double[][] squared, double noise) {
        Cholesky factor = Cholesky.empty();
        for (double[] row : squared) {
            double[] covariances = new double[row.length];
            for (int j = 0; j < row.length; j++) {
                covariances[j] = RationalQuadratic.value(row[j]);
            }
            factor = factor.with(covariances, 1 + noise);
        }
        return factor;
    }

    /// Half the trace of (α αᵀ − K⁻¹) ∂K, by each parameter's logarithm (equation 5.9).
    private double[] gradient(Smoothness smoothness, double[][] squared, double[][] inverse, double[] solved) {
        double[] weights = smoothness.weights();
        double[] gradient = new double[weights.length + 1];
        for (int i = 0; i < targets.length; i++) {
            for (int j = 0; j < i; j++) {
                double change = (solved[i] * solved[j] - inverse[i][j]) * RationalQuadratic.slope(squared[i][j]);
                for (int d = 0; d < weights.length; d++) {
                    gradient[d] += change * distances[i][j][d] * weights[d];
                }
            }
            gradient[weights.length] += 0.5 * (solved[i] * solved[i] - inverse[i][i]) * smoothness.noise();
        }
        return gradient;
    }

    private Worth withPrior(double value, double[] gradient, double[] logarithms) {
        double worth = value;
        for (int d = 0; d < gradient.length; d++) {
            double away = (logarithms[d] - prior[d]) / DEVIATION;
            worth -= 0.5 * away * away;
            gradient[d] -= away / DEVIATION;
        }
        return new Worth(worth, gradient);
    }
}
