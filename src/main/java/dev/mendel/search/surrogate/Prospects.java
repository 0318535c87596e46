package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;

/// What a model expects of configurations that were not tried. Immutable.
public final class Prospects {
    /// How many standard deviations better than expected a configuration is hoped to be.
    private static final double OPTIMISM = 2;

    private final Features features;
    private final GaussianProcess process;

    Prospects(Features features, GaussianProcess process) {
        this.features = features;
        this.process = process;
    }

    /// How much a configuration promises, for comparison with others of the same prospects: the upper confidence
    /// bound of its score (Srinivas et al., Gaussian process optimization in the bandit setting, 2010).
    public double promise(Configuration configuration) {
        GaussianProcess.Prediction prediction = process.predict(features.point(configuration));
        return prediction.mean() + OPTIMISM * prediction.deviation();
    }

    /// The prospects when a configuration is going to be tried, and is taken to come out as expected: what is
    /// near it promises less.
    public Prospects trying(Configuration configuration) {
        return new Prospects(features, process.believing(features.point(configuration)));
    }
}
