package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Numbers of runs as the text of a table's cells; empty where no run has the number.
///
/// @param unit of the scores
/// @param grid the complete grid, if there is one
record CellText(ScoreUnit unit, @Nullable Grid grid) {

    String share(Arm arm, Function<Member, @Nullable Double> seconds) {
        return grid == null || grid.computeSeconds() == 0
                ? ""
                : spread(
                        arm,
                        member -> {
                            Double spent = seconds.apply(member);
                            return spent == null ? null : spent / grid.computeSeconds();
                        },
                        share -> String.format(Locale.ROOT, "%.1f %%", 100 * share));
    }

    /// The median of those runs that have the number, with its quartiles.
    static String spread(Arm arm, Function<Member, @Nullable Double> number, Show show) {
        double[] numbers = numbers(arm, number);
        return numbers.length == 0
                ? ""
                : quartiles(
                        Statistics.quantile(0.25, numbers),
                        Statistics.median(numbers),
                        Statistics.quantile(0.75, numbers),
                        show);
    }

    static String quartiles(double lower, double median, double upper, Show show) {
        String middle = show.of(median);
        return lower == upper ? middle : middle + " (" + show.of(lower) + "–" + show.of(upper) + ")";
    }

    String meanAndError(Arm arm, Function<Member, @Nullable Double> number) {
        double[] numbers = numbers(arm, number);
        if (numbers.length == 0) {
            return "";
        }
        return unit.of(Statistics.mean(numbers))
                + (numbers.length == 1
                        ? ""
                        : " ± " + unit.distance(Statistics.standardError(numbers)) + " (" + numbers.length + ")");
    }

    private static double[] numbers(Arm arm, Function<Member, @Nullable Double> number) {
        return arm.runs().stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /// A number as people read it.
    interface Show {
        String of(double number);
    }

    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 600
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    static String chance(@Nullable Double chance) {
        return chance == null ? "" : String.format(Locale.ROOT, "%.3f", chance);
    }
}
