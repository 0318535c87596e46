package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The best so far of several runs, against the resources spent. A run that has ended keeps its best.
public final class BestSoFar {
    /// So many points of a curve, or fewer.
    private static final int POINTS = 100;

    /// Seconds that were added up in another order differ by less; a step at a curve's end belongs to it.
    private static final double ROUNDING = 1e-12;

    private BestSoFar() {}

    /// The curve by the number of trials.
    ///
    /// @param runs the steps of each run
    /// @param most how far to go
    public static List<Quartiles> byTrials(List<List<Step>> runs, long most) {
        LongStream places = most <= POINTS
                ? LongStream.rangeClosed(1, most)
                : LongStream.rangeClosed(1, POINTS).map(i -> Math.round((double) most * i / POINTS));
        return curve(runs, places.asDoubleStream(), Step::trials);
    }

    /// The curve by compute seconds.
    ///
    /// @param runs the steps of each run
    /// @param most how far to go
    public static List<Quartiles> bySeconds(List<List<Step>> runs, double most) {
        return curve(runs, IntStream.rangeClosed(1, POINTS).mapToDouble(i -> most * i / POINTS), Step::computeSeconds);
    }

    /// The quartiles at each place where every run has a score.
    private static List<Quartiles> curve(List<List<Step>> runs, DoubleStream places, ToDoubleFunction<Step> spent) {
        var curve = new ArrayList<Quartiles>();
        places.forEach(place -> {
            double[] best = runs.stream()
                    .mapToDouble(steps -> best(steps, place, spent))
                    .filter(score -> !Double.isNaN(score))
                    .toArray();
            if (best.length == runs.size()) {
                curve.add(new Quartiles(
                        place,
                        Statistics.quantile(0.25, best),
                        Statistics.median(best),
                        Statistics.quantile(0.75, best)));
            }
        });
        return curve;
    }

    private static double best(List<Step> steps, double place, ToDoubleFunction<Step> spent) {
        double best = Double.NaN;
        for (Step step : steps) {
            if (spent.applyAsDouble(step) <= place * (1 + ROUNDING)) {
                best = step.best();
            }
        }
        return best;
    }
}
