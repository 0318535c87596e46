package dev.mendel.analysis;

import java.util.Arrays;

/// What is said of several numbers.
public final class Statistics {
    private Statistics() {}

    /// The mean; of none, not a number.
    public static double mean(double... numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    /// The standard error of the mean; of less than two, zero.
    public static double standardError(double... numbers) {
        return numbers.length < 2 ? 0 : deviation(numbers) / Math.sqrt(numbers.length);
    }

    /// The value below which a share of the numbers lies, between neighbours in proportion (definition 7 of R.
    /// J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996); of none, not a number.
    ///
    /// @param share from 0 to 1
    public static double quantile(double share, double... numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
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
