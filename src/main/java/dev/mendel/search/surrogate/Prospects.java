package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;

/// The expectations of a model for untried configurations. Immutable.
public interface Prospects {
    /// The promise of a configuration, comparable with that of others by the same prospects.
    double promise(Configuration configuration);

    /// The prospects once a configuration is going to be tried, and is assumed to come out as expected: its
    /// neighbours promise less.
    Prospects trying(Configuration configuration);
}
