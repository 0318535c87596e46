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

    /// Whether a hyperparameter takes part, as [Configuration#has].
    public boolean has(String name) {
        return configuration.has(name);
    }

    /// The word chosen, as [Configuration#choice].
    public String choice(String name) {
        return configuration.choice(name);
    }

    /// The whole number chosen, as [Configuration#integer].
    public int integer(String name) {
        return configuration.integer(name);
    }

    /// The number chosen, as [Configuration#real].
    public double real(String name) {
        return configuration.real(name);
    }

    /// Yes or no, as [Configuration#flag].
    public boolean flag(String name) {
        return configuration.flag(name);
    }
}
