package dev.mendel.trial.evaluate;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The limits of an evaluation.
///
/// @param trials the largest number of trials in the run
/// @param left the time left; no fold is begun where it is not above zero. Asked by several threads
/// @param grace the time after that for folds under way; then they are interrupted and not kept
public record Limits(LongSupplier trials, Supplier<Duration> left, Supplier<Duration> grace) {
    private static final Duration FOREVER = Duration.ofDays(100 * 365);

    /// No limits.
    public static final Limits NONE = new Limits(Long.MAX_VALUE, () -> false);

    /// Limits that stay as they are.
    public Limits(long trials, Supplier<Duration> left, Duration grace) {
        this(() -> trials, left, () -> grace);
    }

    /// Limits without a clock.
    ///
    /// @param timeUp whether no fold may be begun any more
    public Limits(long trials, BooleanSupplier timeUp) {
        this(trials, () -> timeUp.getAsBoolean() ? Duration.ZERO : FOREVER, FOREVER);
    }

    /// Whether the time is up.
    boolean timeUp() {
        return !left.get().isPositive();
    }

    /// The time left for folds under way.
    Duration leftWithGrace() {
        return left.get().plus(grace.get());
    }
}
