package dev.mendel.serve;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// The numbers of changes, ascending over all that is watched, and the place where streams wait for them.
/// Thread-safe.
final class Clock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ticked = lock.newCondition();
    private long last;

    /// Gives the number of a new change; then whoever waits looks again.
    void tick(LongConsumer counted) {
        lock.lock();
        try {
            counted.accept(++last);
            ticked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something holds that comes with a tick, or some time has passed.
    ///
    /// @return whether it holds
    boolean await(BooleanSupplier condition, Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = ticked.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
