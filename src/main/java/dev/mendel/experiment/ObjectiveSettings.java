package dev.mendel.experiment;

import dev.mendel.training.FixedSettings;

/// What is to be made as good as possible, as the section `objective` says it.
public sealed interface ObjectiveSettings {

    /// The accuracy with which a network tells whether the first of two digits is less than or equal to the
    /// second.
    record DigitPairs(FixedSettings settings) implements ObjectiveSettings {}
}
