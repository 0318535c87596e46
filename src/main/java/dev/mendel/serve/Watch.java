package dev.mendel.serve;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// Looks at something several times a second, as long as somebody is interested, and numbers its changes. All
/// that are interested share it. Thread-safe.
final class Watch {
    /// Changes are told at most so often.
    private static final Duration PACE = Duration.ofSeconds(1);

    /// After so long without a change there is time for what takes long.
    private static final Duration QUIET = Duration.ofSeconds(3);

    /// For so long it goes on after anybody was interested.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// For so long an end waits for a look that is under way.
    private static final Duration END = Duration.ofSeconds(1);

    private static final Logger LOG = LogManager.getLogger(Watch.class);

    private final Clock clock;
    private final Duration period;
    private final Supplier<Look> looks;
    private final AtomicBoolean going = new AtomicBoolean();
    private volatile long version;
    private volatile long asked;
    private volatile boolean quiet;
    private volatile boolean behind;
    private volatile @Nullable Thread thread;

    /// How something stands: equal as long as nothing has happened. For one thread.
    interface Look extends AutoCloseable {
        Object now();

        @Override
        void close();
    }

    /// @param period between two looks
    Watch(Clock clock, Duration period, Supplier<Look> looks) {
        this.clock = clock;
        this.period = period;
        this.looks = looks;
    }

    /// The number of the last change, and a sign of interest: somebody has to give one every 30 s. 0 before the
    /// first look.
    long version() {
        asked = System.nanoTime();
        begin();
        return version;
    }

    /// Whether nothing has changed for a while.
    boolean isQuiet() {
        return quiet;
    }

    /// Has a change told when things are quiet: what was shown left something out for want of time.
    void leaveForLater() {
        behind = true;
    }

    /// Looks no more, and holds nothing any more.
    void stop() throws InterruptedException {
        Thread watching = thread;
        if (watching != null) {
            watching.interrupt();
            watching.join(END);
        }
    }

    private void begin() {
        if (!going.get() && going.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("watch").start(this::watch);
        }
    }

    private void watch() {
        try (Look look = looks.get()) {
            Object seen = look.now();
            clock.tick(number -> version = number);
            long changed = System.nanoTime() - QUIET.toNanos();
            long told = System.nanoTime();
            boolean untold = false;
            while (true) {
                quiet = since(changed, QUIET);
                if (since(told, PACE) && (untold || (quiet && behind))) {
                    behind = behind && untold;
                    untold = false;
                    told = System.nanoTime();
                    clock.tick(number -> version = number);
                }
                if (hasEnded()) {
                    return;
                }
                Thread.sleep(period);
                Object now = look.now();
                if (!now.equals(seen)) {
                    seen = now;
                    changed = System.nanoTime();
                    untold = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("looking for changes has failed; it begins anew", e);
            going.set(false);
        }
    }

    /// Whether nobody has been interested for long; who is from now on begins anew.
    private boolean hasEnded() {
        if (!since(asked, PATIENCE)) {
            return false;
        }
        going.set(false);
        return since(asked, PATIENCE) || !going.compareAndSet(false, true);
    }

    private static boolean since(long moment, Duration time) {
        return System.nanoTime() - moment >= time.toNanos();
    }
}
