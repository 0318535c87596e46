package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;

/// What a model expects of configurations that were not tried. Immutable.
///
/// What counts as promising is one thing and the other by turns, from trial to trial: each misses what the other
/// finds.
public final class Prospects {
    private final Features features;
    private final GaussianProcess process;
    private final int trials;

    /// @param trials how many trials are known or under way
    Prospects(Features features, GaussianProcess process, int trials) {
        this.features = features;
        this.process = process;
        this.trials = trials;
    }

    /// How much a configuration promises, for comparison with others of the same prospects.
    public double promise(Configuration configuration) {
        return Acquisition.of(trials).value(process.predict(features.point(configuration)), process.best());
    }

    /// The prospects when a configuration is going to be tried, and is taken to come out as expected: what is
    /// near it promises less.
    public Prospects trying(Configuration configuration) {
        return new Prospects(features, process.believing(features.point(configuration)), trials + 1);
    }
}
