package dev.mendel.analysis;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/// Descriptive statistics, for reports; with this package's words for empty and single numbers. Scores are not
/// made of them: those promise every bit, see [dev.mendel.trial.Outcome].
public final class Statistics {
    private static final Quantile QUANTILE =
            Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF7);

    private Statistics() {}

    /// The mean; of none, not a number.
    public static double mean(double... numbers) {
        return Mean.of(numbers).getAsDouble();
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
        return QUANTILE.evaluate(numbers, share);
    }

    /// The median; of none, not a number.
    public static double median(double... numbers) {
        return quantile(0.5, numbers);
    }

    /// The sample standard deviation (n − 1 in the denominator); of less than two, zero.
    public static double deviation(double... numbers) {
        return numbers.length < 2 ? 0 : StandardDeviation.of(numbers).getAsDouble();
    }
}
