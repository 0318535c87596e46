package dev.mendel.search.surrogate;

import java.util.Arrays;
import java.util.function.Predicate;

/// A Gaussian process of mean 0: a posterior over a function, given observations at some points (Rasmussen &
/// Williams 2006, algorithm 2.1). Immutable.
final class GaussianProcess {
    private static final double LEAST_VARIANCE = 1e-9;

    private final RationalQuadratic kernel;
    private final double noise;
    private final double[][] points;
    private final Cholesky factor;
    private final double[] targets;
    private final double[] solved;

    /// The posterior mean and deviation at a point.
    ///
    /// @param mean of the function there
    /// @param deviation its standard deviation, more than 0
    record Prediction(double mean, double deviation) {}

    private GaussianProcess(
            RationalQuadratic kernel, double noise, double[][] points, Cholesky factor, double[] targets) {
        this.kernel = kernel;
        this.noise = noise;
        this.points = points;
        this.factor = factor;
        this.targets = targets;
        this.solved = factor.solve(targets);
    }

    /// A process that has observed nothing.
    static GaussianProcess ignorant(Features features, Smoothness smoothness) {
        return new GaussianProcess(
                new RationalQuadratic(features, smoothness.weights()),
                smoothness.noise(),
                new double[0][],
                Cholesky.empty(),
                new double[0]);
    }

    /// The process that has observed more points.
    ///
    /// @param all the observations, at all points so far and the new ones
    GaussianProcess observing(double[][] more, double[] all) {
        double[][] known = Arrays.copyOf(points, points.length + more.length);
        Cholesky longer = factor;
        for (int i = points.length; i < known.length; i++) {
            known[i] = more[i - points.length];
            longer = longer.with(covariances(known[i], known, i), 1 + noise);
        }
        return new GaussianProcess(kernel, noise, known, longer, all);
    }

    /// The process after its own prediction at a point is taken as an observation there (the "kriging believer"
    /// of Ginsbourger, Le Riche & Carraro, Kriging is well-suited to parallelize optimization, 2010).
    GaussianProcess believing(double[] point) {
        double[] all = Arrays.copyOf(targets, targets.length + 1);
        all[targets.length] = predict(point).mean();
        return observing(new double[][] {point}, all);
    }

    Prediction predict(double[] point) {
        double[] covariances = covariances(point, points, points.length);
        double mean = 0;
        for (int i = 0; i < points.length; i++) {
            mean += covariances[i] * solved[i];
        }
        double explained = Cholesky.squares(factor.forward(covariances), points.length);
        return new Prediction(mean, StrictMath.sqrt(Math.max(1 - explained, LEAST_VARIANCE)));
    }

    /// The highest observation at one of some points; at any where there is none of those.
    double best(Predicate<double[]> of) {
        double best = Double.NEGATIVE_INFINITY;
        double any = 0;
        for (int i = 0; i < targets.length; i++) {
            any = i == 0 ? targets[i] : Math.max(any, targets[i]);
            best = of.test(points[i]) ? Math.max(best, targets[i]) : best;
        }
        return best == Double.NEGATIVE_INFINITY ? any : best;
    }

    /// The means of the function at the points that were observed: the observations without what is believed to
    /// be noise in them.
    double[] means() {
        double[] means = new double[targets.length];
        Arrays.setAll(means, i -> targets[i] - noise * solved[i]);
        return means;
    }

    int size() {
        return points.length;
    }

    private double[] covariances(double[] point, double[][] others, int count) {
        double[] covariances = new double[count];
        for (int i = 0; i < count; i++) {
            covariances[i] = kernel.of(point, others[i]);
        }
        return covariances;
    }
}
