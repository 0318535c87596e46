package dev.mendel.search;

import java.time.Duration;

/// When a search ends at the latest; whichever limit is reached first ends it.
///
/// @param generations at most this many generations after the first population, at least 0; grid and random
///     search, which have none, are not limited by it
/// @param trials at most this many different configurations are evaluated in the run, at least 1
/// @param time the most time to spend on the run, over all its sessions; with a time limit the end of a run
///     depends on the machine, its results until then never do
public record Budget(long generations, long trials, Duration time) {
    /// The limit on numbers that stands for none.
    public static final long UNLIMITED = Long.MAX_VALUE;

    /// The limit on time that stands for none: longer than anybody waits.
    public static final Duration FOREVER = Duration.ofDays(100 * 365);

    /// No limit at all.
    public static final Budget NONE = new Budget(UNLIMITED, UNLIMITED, FOREVER);

    public Budget {
        if (generations < 0) {
            throw new IllegalArgumentException("generations: " + generations + " is not 0 or more");
        }
        if (trials < 1) {
            throw new IllegalArgumentException("trials: " + trials + " is not 1 or more");
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time: " + time + " is not more than none");
        }
    }

    /// This budget with another limit on generations.
    public Budget withGenerations(long limit) {
        return new Budget(limit, trials, time);
    }

    /// This budget with another limit on trials.
    public Budget withTrials(long limit) {
        return new Budget(generations, limit, time);
    }

    /// This budget with another limit on time.
    public Budget withTime(Duration limit) {
        return new Budget(generations, trials, limit);
    }
}
