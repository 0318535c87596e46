package dev.mendel.search.surrogate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Scores as the model gets them: by their order alone, so that no scale and no outlier can lead it astray. A
/// score's rank becomes the quantile of the standard normal distribution; equals share their mean rank.
final class Ranks {
    private Ranks() {}

    /// One number for each score, in their order; the more, the better.
    static double[] quantiles(List<Double> scores) {
        int[] order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparing(scores::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] quantiles = new double[order.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores.get(order[to]).equals(scores.get(order[from]))) {
                to++;
            }
            double share = (from + to) / 2.0 / order.length;
            for (; from < to; from++) {
                quantiles[order[from]] = Normal.quantile(share);
            }
        }
        return quantiles;
    }
}
