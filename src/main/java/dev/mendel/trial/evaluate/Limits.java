package dev.mendel.trial.evaluate;

import java.util.function.BooleanSupplier;

/// The limits of an evaluation.
///
/// @param trials the largest number of trials in the run
/// @param timeUp whether no fold may be begun any more; asked by several threads
public record Limits(long trials, BooleanSupplier timeUp) {
    /// No limits.
    public static final Limits NONE = new Limits(Long.MAX_VALUE, () -> false);
}
