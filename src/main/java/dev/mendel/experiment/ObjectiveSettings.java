package dev.mendel.experiment;

import dev.mendel.external.CommandSettings;
import dev.mendel.external.JavaSettings;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Direction;

/// What is to be made as good as possible, as the section `objective` says it.
public sealed interface ObjectiveSettings {

    /// The accuracy with which a network tells whether the first of two digits is less than or equal to the
    /// second.
    record DigitPairs(DigitPairsSettings settings) implements ObjectiveSettings {
        @Override
        public Direction direction() {
            return Direction.MAXIMISE;
        }
    }

    /// What a program answers.
    record Command(CommandSettings settings, Direction direction) implements ObjectiveSettings {}

    /// What a class of the user's answers.
    record Java(JavaSettings settings, Direction direction) implements ObjectiveSettings {}

    /// Which of its values are better.
    Direction direction();
}
