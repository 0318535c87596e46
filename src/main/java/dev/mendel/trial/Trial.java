package dev.mendel.trial;

import dev.mendel.space.Configuration;

/// What to evaluate: a configuration, with the seed of everything random in it. The seed derives from the
/// experiment's seed and the configuration alone, so that a configuration has the same result whoever asks for
/// it, and whenever.
///
/// @param id the trial's number in its run; nothing random may depend on it
public record Trial(TrialId id, Configuration configuration, Seed seed) {
    /// The trial of a configuration in an experiment.
    public static Trial of(TrialId id, Configuration configuration, Seed experiment) {
        return new Trial(id, configuration, experiment.derive("trial", configuration.json()));
    }
}
