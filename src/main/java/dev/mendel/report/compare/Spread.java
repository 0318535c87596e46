package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Numbers of several runs as the text of a table's cell: the median, and the quartiles where they differ.
public final class Spread {
    private Spread() {}

    /// A number as people read it.
    public interface Show {
        String of(double number);
    }

    /// The median of those runs that have the number, with its quartiles; empty where none has it.
    public static <R> String of(List<R> runs, Function<R, @Nullable Double> number, Show show) {
        double[] numbers = numbers(runs, number);
        return numbers.length == 0
                ? ""
                : quartiles(
                        Statistics.quantile(0.25, numbers),
                        Statistics.median(numbers),
                        Statistics.quantile(0.75, numbers),
                        show);
    }

    /// The same of seconds, as shares of what the complete grid took; empty where there is none.
    public static <R> String share(List<R> runs, Function<R, @Nullable Double> seconds, @Nullable Grid grid) {
        return grid == null || grid.computeSeconds() == 0
                ? ""
                : of(
                        runs,
                        run -> {
                            Double spent = seconds.apply(run);
                            return spent == null ? null : spent / grid.computeSeconds();
                        },
                        Spread::percent);
    }

    /// A median with its quartiles, or alone where these are equal.
    public static String quartiles(double lower, double median, double upper, Show show) {
        String middle = show.of(median);
        return lower == upper ? middle : middle + " (" + show.of(lower) + "–" + show.of(upper) + ")";
    }

    /// The numbers of those runs that have one.
    public static <R> double[] numbers(List<R> runs, Function<R, @Nullable Double> number) {
        return runs.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /// A whole number.
    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /// Seconds, or minutes where there are many.
    public static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 600
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    /// A share of 1 in percent.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// A chance; empty where there is none.
    public static String chance(@Nullable Double chance) {
        return chance == null ? "" : String.format(Locale.ROOT, "%.3f", chance);
    }
}
