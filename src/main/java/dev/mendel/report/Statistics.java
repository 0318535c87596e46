package dev.mendel.report;

import java.util.Arrays;

/// What is said of several numbers.
final class Statistics {
    private Statistics() {}

    /// The mean; of none, not a number.
    public static double mean(double... numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    /// The sample standard deviation (n − 1 in the denominator); of less than two, zero.
    public static double deviation(double... numbers) {
        if (numbers.length < 2) {
            return 0;
        }
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / (numbers.length - 1));
    }
}
