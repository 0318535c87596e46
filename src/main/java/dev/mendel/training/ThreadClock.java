package dev.mendel.training;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// Measures the calling thread's own processor time, from its creation on. For the thread that created it.
final class ThreadClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = THREADS.getCurrentThreadCpuTime();

    Duration time() {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }
}
