package dev.mendel.trial.evaluate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Counts how often each worker has not reached its machine, in a row. Thread-safe.
final class Reached {
    /// The number of failures in a row, of each worker, after which no machine is expected to come back.
    private static final int MOST = 5;
    /// The number of times that a rest is twice as long as the one before.
    private static final int LONGER = 6;

    private final AtomicIntegerArray failures;
    private final Duration pause;

    /// @param workers how many
    /// @param pause the first rest
    Reached(int workers, Duration pause) {
        this.failures = new AtomicIntegerArray(workers);
        this.pause = pause;
    }

    /// Notes whether a worker has reached its machine.
    ///
    /// @return whether there is no hope for any worker
    boolean note(int worker, boolean success) {
        if (success) {
            failures.set(worker - 1, 0);
            return false;
        }
        failures.incrementAndGet(worker - 1);
        for (int i = 0; i < failures.length(); i++) {
            if (failures.get(i) < MOST) {
                return false;
            }
        }
        return true;
    }

    /// Waits: the pause after the first failure, twice as long after each further one, up to 64 times.
    void rest(int worker) throws InterruptedException {
        int times = Math.min(Math.max(failures.get(worker - 1) - 1, 0), LONGER);
        Thread.sleep(pause.multipliedBy(1L << times));
    }
}
