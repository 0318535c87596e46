package dev.mendel.trial.evaluate;

import dev.mendel.trial.Attempt;

/// A point on the way of a trial at which its score is looked at.
///
/// @param folds so many of its folds, the first ones, have come so far
/// @param epochs as far as this; [Attempt#ALL] for their ends
/// @param share the share of the whole trial's work that is done there, above 0, at most 1
public record Rung(int folds, int epochs, double share) {
    /// The end of a trial.
    public static final Rung END = new Rung(Integer.MAX_VALUE, Attempt.ALL, 1);

    public Rung {
        if (folds < 1 || epochs < 1 || !(share > 0) || share > 1) {
            throw new IllegalArgumentException(
                    "a rung of " + folds + " folds and " + epochs + " epochs, " + share + " of the whole");
        }
    }
}
