package dev.mendel.search.surrogate;

/// The standard normal distribution, the same to the last bit on every machine.
final class Normal {
    private static final double LOG_ROOT_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
    /// Up to here the power series of the cumulative distribution is exact enough, from here its continued fraction.
    private static final double SERIES = 3;

    private static final int TERMS = 60;
    /// From here on 1 - x M(x) is 1 / (x² + 3) as closely as it can be computed otherwise.
    private static final double FAR = 1000;

    private Normal() {}

    /// The quantile, within 0.00045 (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.23).
    static double quantile(double share) {
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        double t = StrictMath.sqrt(-2 * StrictMath.log(share));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return above / below - t;
    }

    /// The cumulative distribution Φ(z), from 0 to 1.
    static double cumulative(double z) {
        double density = StrictMath.exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
        if (z > SERIES) {
            return 1 - density * millsRatio(z);
        }
        return z < -SERIES ? density * millsRatio(-z) : 0.5 + density * series(z);
    }

    /// The logarithm of the expectation of max(0, x + z) for a standard normal x: of φ(z) + z Φ(z), also where that
    /// is too small for a double.
    static double logarithmOfExcess(double z) {
        if (z > SERIES) {
            return StrictMath.log(z + StrictMath.exp(logarithmOfExcess(-z)));
        }
        double logDensity = -0.5 * z * z - LOG_ROOT_TWO_PI;
        if (z > -SERIES) {
            double density = StrictMath.exp(logDensity);
            return StrictMath.log(density + z * (0.5 + density * series(z)));
        }
        double x = -z;
        return logDensity + StrictMath.log(x > FAR ? 1 / (x * x + 3) : 1 - x * millsRatio(x));
    }

    /// (Φ(z) - ½) / φ(z) = z + z³/3 + z⁵/(3·5) + … (Marsaglia, Evaluating the normal distribution, 2004).
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int i = 1; i < TERMS; i++) {
            term *= z * z / (2 * i + 1);
            sum += term;
        }
        return sum;
    }

    /// (1 - Φ(x)) / φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))) (Abramowitz & Stegun, 26.2.14).
    private static double millsRatio(double x) {
        double rest = x;
        for (int i = TERMS; i > 0; i--) {
            rest = x + i / rest;
        }
        return 1 / rest;
    }
}
