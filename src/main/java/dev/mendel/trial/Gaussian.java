package dev.mendel.trial;

import java.util.random.RandomGenerator;

/// Standard normal numbers, the same to the last bit on every machine: [RandomGenerator#nextGaussian] promises
/// no algorithm, and Java's own uses functions that may differ in the last bit between processors.
public final class Gaussian {
    private Gaussian() {}

    /// The next number, by the polar method; draws two numbers or more from the generator.
    ///
    /// Source: G. Marsaglia and T. A. Bray, A Convenient Method for Generating Normal Variables, 1964.
    public static double next(RandomGenerator random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
