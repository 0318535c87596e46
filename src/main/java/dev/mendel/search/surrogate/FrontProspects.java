package dev.mendel.search.surrogate;

import dev.mendel.search.pareto.Hypervolume;
import dev.mendel.search.surrogate.GaussianProcess.Prediction;
import dev.mendel.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/// The expectations of several processes, one for each objective, over the quantiles of ranks: the hypervolume
/// that a configuration adds to a front, if it comes out better than expected by some deviations in each objective.
/// Of configurations that add nothing the one with the best ranks promises most.
///
/// @param front points: for each objective a rank from 0, the best, to 1
/// @param trials how many trials are known or under way
record FrontProspects(Features features, List<GaussianProcess> processes, List<double[]> front, int trials)
        implements Prospects {
    /// The numbers of standard deviations that are added to what is expected, by turns, from trial to trial: one
    /// looks where the front is, the other where little is known.
    private static final List<Double> OPTIMISM = List.of(0.5, 2.5);

    @Override
    public double promise(Configuration configuration) {
        double[] hoped = ranks(configuration, OPTIMISM.get(trials % OPTIMISM.size()));
        double gain = Hypervolume.gain(hoped, front);
        if (gain > 0) {
            return gain;
        }
        double sum = 0;
        for (double each : hoped) {
            sum += each;
        }
        return -sum;
    }

    @Override
    public Prospects trying(Configuration configuration) {
        double[] point = features.point(configuration);
        var longer = new ArrayList<>(front);
        longer.add(ranks(configuration, 0));
        return new FrontProspects(
                features,
                processes.stream().map(each -> each.believing(point)).toList(),
                List.copyOf(longer),
                trials + 1);
    }

    private double[] ranks(Configuration configuration, double optimism) {
        double[] point = features.point(configuration);
        double[] ranks = new double[processes.size()];
        for (int k = 0; k < ranks.length; k++) {
            Prediction prediction = processes.get(k).predict(point);
            ranks[k] = 1 - Normal.cumulative(prediction.mean() + optimism * prediction.deviation());
        }
        return ranks;
    }
}
