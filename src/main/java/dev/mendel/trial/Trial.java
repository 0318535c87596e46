package dev.mendel.trial;

import dev.mendel.space.Configuration;

/// A configuration to evaluate, with the seed of everything random in its evaluation. The seed derives from the
/// experiment's seed and the configuration alone, so that a configuration has the same result for every caller,
/// at any time.
///
/// @param id the trial's number in its run; nothing random may depend on it
public record Trial(TrialId id, Configuration configuration, Seed seed) {
    /// The trial of a configuration in an experiment.
    public static Trial of(TrialId id, Configuration configuration, Seed experiment) {
        return new Trial(id, configuration, experiment.derive("trial", configuration.json()));
    }
}
