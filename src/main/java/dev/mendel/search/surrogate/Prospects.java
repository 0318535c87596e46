package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import java.util.Arrays;

/// The expectations of a model for untried configurations. Immutable.
public final class Prospects {
    private final Features features;
    private final GaussianProcess process;
    private final Acquisition acquisition;
    private final int trials;
    private final boolean noisy;
    /// What is to be exceeded.
    private final double best;

    /// @param trials how many trials are known or under way
    /// @param noisy whether the best is what is believed to be, without noise, not what was observed
    Prospects(Features features, GaussianProcess process, Acquisition acquisition, int trials, boolean noisy) {
        this.noisy = noisy;
        this.best = noisy ? Arrays.stream(process.means()).max().orElse(0) : process.best(features::isEnd);
        this.features = features;
        this.process = process;
        this.acquisition = acquisition;
        this.trials = trials;
    }

    /// The promise of a configuration, comparable with that of others by the same prospects.
    public double promise(Configuration configuration) {
        return acquisition.value(process.predict(features.point(configuration)), best, trials);
    }

    /// The prospects once a configuration is going to be tried, and is assumed to come out as expected: its
    /// neighbours promise less.
    public Prospects trying(Configuration configuration) {
        return new Prospects(
                features, process.believing(features.point(configuration)), acquisition, trials + 1, noisy);
    }
}
