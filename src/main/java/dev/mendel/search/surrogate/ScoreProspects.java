package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import java.util.Arrays;

/// The expectations of one process, over scores.
final class ScoreProspects implements Prospects {
    private final Features features;
    private final GaussianProcess process;
    private final Acquisition acquisition;
    private final int trials;
    private final boolean noisy;
    /// What is to be exceeded.
    private final double best;

    /// @param trials how many trials are known or under way
    /// @param noisy whether the best is what is believed to be, without noise, not what was observed
    ScoreProspects(Features features, GaussianProcess process, Acquisition acquisition, int trials, boolean noisy) {
        this.noisy = noisy;
        this.best = noisy ? Arrays.stream(process.means()).max().orElse(0) : process.best(features::isEnd);
        this.features = features;
        this.process = process;
        this.acquisition = acquisition;
        this.trials = trials;
    }

    @Override
    public double promise(Configuration configuration) {
        return acquisition.value(process.predict(features.point(configuration)), best, trials);
    }

    @Override
    public Prospects trying(Configuration configuration) {
        return new ScoreProspects(
                features, process.believing(features.point(configuration)), acquisition, trials + 1, noisy);
    }
}
