package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Difference;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.jspecify.annotations.Nullable;

/// Tests of whether two arms differ. Chances are not corrected for the number of tests.
///
/// @param of the measured quantity
public record SignificanceTest(String one, String other, String of) {
    private static final double ROUNDING = 1e-12;

    /// Numbers of runs that have nothing in common; of less than two on a side nothing.
    public Optional<Difference> overRuns(double[] first, double[] second) {
        return first.length > 1 && second.length > 1
                ? Optional.of(difference(
                        "Mann-Whitney U test over runs",
                        first,
                        second,
                        probability(() -> MannWhitneyUTest.withDefaults()
                                .test(first, second)
                                .getPValue())))
                : Optional.empty();
    }

    /// Numbers of runs in pairs with the same seed, some of which may be equal.
    public Difference overSeeds(double[] first, double[] second) {
        return difference(
                "Wilcoxon signed-rank test over seeds",
                first,
                second,
                isSame(first, second)
                        ? null
                        : probability(() -> WilcoxonSignedRankTest.withDefaults()
                                .test(first, second)
                                .getPValue()));
    }

    /// Means in the same rounds; of less than two, or where their number differs, nothing.
    Optional<Difference> overRounds(double[] first, double[] second) {
        return first.length > 1 && first.length == second.length
                ? Optional.of(difference(
                        "paired t test over rounds of these winners",
                        first,
                        second,
                        isSame(first, second)
                                ? null
                                : probability(() -> TTest.withDefaults()
                                        .pairedTest(first, second)
                                        .getPValue())))
                : Optional.empty();
    }

    private Difference difference(String test, double[] first, double[] second, @Nullable Double pValue) {
        return new Difference(
                one,
                other,
                of,
                test,
                Math.min(first.length, second.length),
                Statistics.mean(first) - Statistics.mean(second),
                pValue,
                null);
    }

    /// Whether numbers differ by no more than the order in which they were added up.
    private static boolean isSame(double[] first, double[] second) {
        return IntStream.range(0, first.length).allMatch(i -> Math.abs(first[i] - second[i]) < ROUNDING);
    }

    /// A question to the library.
    private interface Asking {
        double pValue();
    }

    /// The answer; null where the numbers are all alike.
    private static @Nullable Double probability(Asking asking) {
        double value = asking.pValue();
        return Double.isNaN(value) ? null : value;
    }
}
