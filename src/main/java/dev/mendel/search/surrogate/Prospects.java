package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;

/// What a model expects of configurations that were not tried. Immutable.
public final class Prospects {
    private final Features features;
    private final GaussianProcess process;
    private final Acquisition acquisition;
    private final int trials;

    /// @param trials how many trials are known or under way
    Prospects(Features features, GaussianProcess process, Acquisition acquisition, int trials) {
        this.features = features;
        this.process = process;
        this.acquisition = acquisition;
        this.trials = trials;
    }

    /// How much a configuration promises, for comparison with others of the same prospects.
    public double promise(Configuration configuration) {
        return acquisition.value(process.predict(features.point(configuration)), process.best(), trials);
    }

    /// The prospects when a configuration is going to be tried, and is taken to come out as expected: what is
    /// near it promises less.
    public Prospects trying(Configuration configuration) {
        return new Prospects(features, process.believing(features.point(configuration)), acquisition, trials + 1);
    }
}
