package dev.mendel.trial.evaluate;

import java.time.Duration;

/// When the reports of folds are made durable: results of the same 20 ms together; a crash loses at most those. For one
/// thread.
final class CommitPace {
    private static final Duration SOON = Duration.ofMillis(20);

    private long caughtUp = System.nanoTime();
    /// The time of the folds that were reported since then.
    private Duration costly = Duration.ZERO;

    /// The nanoseconds until reports have to be made durable; not above 0 where that is due.
    long untilDue() {
        return SOON.toNanos() - (System.nanoTime() - caughtUp);
    }

    /// Whether it is better done now than later, where nobody knows how long it takes until then.
    boolean isNear() {
        return costly.compareTo(SOON) > 0 || untilDue() <= SOON.toNanos() / 2;
    }

    /// Notes a report that is not durable yet.
    ///
    /// @param time of the fold
    void spent(Duration time) {
        costly = costly.plus(time);
    }

    /// Notes that all reports are durable.
    void caughtUp() {
        caughtUp = System.nanoTime();
        costly = Duration.ZERO;
    }
}
