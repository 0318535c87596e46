package dev.mendel.trial;

/// Mean and standard deviation, with defined bits: of equal numbers the deviation is 0, and numbers near the
/// largest that a double holds do not overflow.
public final class Moments {
    private Moments() {}

    /// The mean, summed in order.
    ///
    /// @param numbers of none, the mean is not a number
    public static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        if (Double.isFinite(sum)) {
            return sum / numbers.length;
        }
        double mean = 0;
        for (double number : numbers) {
            mean += number / numbers.length;
        }
        return mean;
    }

    /// The root of the mean square distance from the mean.
    ///
    /// @param numbers of none, the deviation is not a number
    /// @param divisor of the sum of squares: n, or n − 1 for a sample
    public static double deviation(double[] numbers, double mean, int divisor) {
        double farthest = 0;
        boolean equal = true;
        for (double number : numbers) {
            equal &= number == numbers[0];
            farthest = Math.max(farthest, Math.abs(number / 2 - mean / 2));
        }
        if (equal) {
            return numbers.length == 0 ? Double.NaN : 0;
        }
        // a power of two, so that nothing is rounded by it
        double scale = farthest > 1e150 ? Math.scalb(1.0, Math.getExponent(farthest)) : 1;
        double squares = 0;
        for (double number : numbers) {
            double distance = number / scale - mean / scale;
            squares += distance * distance;
        }
        return Math.min(scale * Math.sqrt(squares / divisor), Double.MAX_VALUE);
    }
}
