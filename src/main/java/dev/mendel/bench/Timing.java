package dev.mendel.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// A measured time, in milliseconds.
///
/// @param processor the computing thread's own time, on which other load of the machine has little effect
/// @param wall by the clock
public record Timing(double processor, double wall) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOSECONDS = 1e6;

    /// Work that can be timed.
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /// Times some work on this thread.
    static Timing of(Work work) throws Exception {
        long wall = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Timing(
                (THREADS.getCurrentThreadCpuTime() - processor) / NANOSECONDS,
                (System.nanoTime() - wall) / NANOSECONDS);
    }

    /// An equal part of it.
    Timing dividedBy(int parts) {
        return new Timing(processor / parts, wall / parts);
    }
}
