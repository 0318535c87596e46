package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A model of a place's surroundings: a Gaussian process over the scores of the observations nearest to it.
///
/// Scores, not ranks: near an optimum their differences tell its shape. A score that is farther below the
/// median than the best is above it counts as that far below, so that a cliff does not flatten what is on top.
/// Length scales are expected to be as long as the steps that are going to be taken. Whether the scores have
/// noise is found out by two fits, one that begins with hardly any and one with much: the likelier is taken.
///
/// @param center the configuration that is believed to be the best there: the one with the best score may have
///     been lucky
/// @param prospects the promise of configurations near by
public record Surroundings(Configuration center, Prospects prospects) {
    private static final int STEPS_IF_QUIET = 10;
    private static final int STEPS_IF_NOISY = 6;
    /// As a share of the variance: scores that differ a little are believed to differ.
    private static final double QUIET = 1e-4;
    /// Scores that differ may be luck.
    private static final double NOISY = 0.3;

    /// Below are those that are outside of constraints, which count as failures do.
    private static final double LOWEST_SCORE = -1e300;

    private static final double LOWEST = -14;
    private static final double HIGHEST = 40;

    /// The share of a dimension's weight that is the same for all, and the share of what the model of all
    /// believes of it, in what counts as near.
    private static final double ALIKE = 0.5;

    private static final double BELIEVED = 0.25;

    /// @param length of steps, on scales from 0 to 1
    static GaussianProcess model(Features features, List<Observation> nearest, double length) {
        double[][] points = nearest.stream().map(Observation::point).toArray(double[][]::new);
        double[] targets =
                standardised(nearest.stream().mapToDouble(Observation::score).toArray());
        Smoothness prior = features.scaled(Smoothness.prior(features.dimensions(), QUIET), length);
        var likelihood = new Likelihood(features, points, targets, prior);
        double[] quiet = climb(likelihood, prior, STEPS_IF_QUIET);
        double[] noisy = climb(likelihood, new Smoothness(prior.weights(), NOISY), STEPS_IF_NOISY);
        double[] likelier = likelihood.of(quiet).value() >= likelihood.of(noisy).value() ? quiet : noisy;
        Smoothness fitted = Smoothness.ofLogarithms(likelier);
        return GaussianProcess.ignorant(features, fitted).observing(points, targets);
    }

    private static double[] climb(Likelihood likelihood, Smoothness from, int steps) {
        return Ascent.climb(likelihood::of, from.logarithms(), steps, LOWEST, HIGHEST);
    }

    /// Those nearest to a place, of equals the earlier ones, in their order; without those that are much nearer
    /// to another than a step is long, unless there are too few: where a search has stood for long its trials
    /// are close together, and tell nothing of what is a step away.
    ///
    /// @param believed by the model of all observations
    /// @param apart how far they have to be from each other, as the root of the mean square over
    ///     hyperparameters
    static List<Observation> nearest(
            Features features, List<Observation> all, double[] center, Smoothness believed, double apart, int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        long[] order = new long[all.size()];
        for (int i = 0; i < order.length; i++) {
            float away = (float) distance(features, all.get(i).point(), center, believed.weights());
            order[i] = (long) Float.floatToIntBits(away) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        var kept = new ArrayList<Observation>();
        var passed = new ArrayList<Observation>();
        for (int i = 0; i < order.length && kept.size() < most; i++) {
            Observation each = all.get((int) order[i]);
            boolean alone =
                    kept.stream().noneMatch(other -> features.apart(each.point(), other.point()) < apart * apart);
            (alone ? kept : passed).add(each);
        }
        passed.stream().limit(most - kept.size()).forEach(kept::add);
        kept.sort(Comparator.comparingInt(Observation::number));
        return kept;
    }

    private static double distance(Features features, double[] one, double[] other, double[] weights) {
        double sum = 0;
        for (int d = 0; d < weights.length; d++) {
            sum += (ALIKE + BELIEVED * weights[d]) * features.squaredDistance(d, one, other);
        }
        return sum;
    }

    /// Brought to mean 0 and variance 1, the lowest ones raised. Failures count as the worst score there is.
    static double[] standardised(double[] scores) {
        double worst = Arrays.stream(scores)
                .filter(score -> score >= LOWEST_SCORE)
                .min()
                .orElse(0);
        double[] sorted = Arrays.stream(scores)
                .map(score -> Math.max(score, worst))
                .sorted()
                .toArray();
        double median = sorted[sorted.length / 2];
        double floor = median - (sorted[sorted.length - 1] - median);
        double[] raised = Arrays.stream(scores)
                .map(score -> Math.max(Math.max(score, worst), floor))
                .toArray();
        double mean = sum(raised) / raised.length;
        double deviation = Math.sqrt(sum(Arrays.stream(raised)
                        .map(score -> (score - mean) * (score - mean))
                        .toArray())
                / raised.length);
        return Arrays.stream(raised)
                .map(score -> deviation > 0 ? (score - mean) / deviation : 0)
                .toArray();
    }

    /// In their order: streams add in ways of their own.
    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
