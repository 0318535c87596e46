package dev.mendel.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The limits of a search; whichever is reached first ends it.
///
/// @param generations the largest number of generations after the first population, at least 0; no limit of grid
///     and random search, which have none
/// @param trials the largest number of different configurations evaluated in the run, at least 1
/// @param time the longest time spent on the run, over all its sessions; with a time limit the end of a run
///     depends on the machine, its results until then never do
/// @param grace the time after that for evaluations under way; they are interrupted then, and not kept
/// @param stagnation the number of trials without a better one after which the search ends, at least 1
/// @param target the objective's own value at which the search ends, as good or better; null for none. Target and
///     stagnation are looked at after each generation; grid and random search look at them every
///     [Standing#TOGETHER] trials
/// @param failures the number of failed trials in a row that ends the search, at least 1, looked at likewise; where
///     there is such a limit, the search ends too if its first trials, more than one, all fail for the same reason
public record Budget(
        long generations,
        long trials,
        Duration time,
        Duration grace,
        long stagnation,
        @Nullable Double target,
        long failures) {
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
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace: " + grace + " is less than none");
        }
        if (stagnation < 1) {
            throw new IllegalArgumentException("stagnation: " + stagnation + " is not 1 or more");
        }
        if (failures < 1) {
            throw new IllegalArgumentException("stop-after: " + failures + " is not 1 or more");
        }
        if (target != null && !Double.isFinite(target)) {
            throw new IllegalArgumentException("target: " + target + " is no finite number");
        }
    }

    /// Limits on generations, trials and time alone.
    public Budget(long generations, long trials, Duration time) {
        this(generations, trials, time, Duration.ZERO, UNLIMITED, null, UNLIMITED);
    }

    /// Whether something other than generations and a target ends each search.
    public boolean isLimited() {
        return trials != UNLIMITED || time.compareTo(FOREVER) < 0 || stagnation != UNLIMITED;
    }

    /// This budget with another limit on generations.
    public Budget withGenerations(long limit) {
        return new Budget(limit, trials, time, grace, stagnation, target, failures);
    }

    /// This budget with another limit on trials.
    public Budget withTrials(long limit) {
        return new Budget(generations, limit, time, grace, stagnation, target, failures);
    }

    /// This budget with another limit on time.
    public Budget withTime(Duration limit) {
        return new Budget(generations, trials, limit, grace, stagnation, target, failures);
    }

    /// This budget with another time for evaluations under way.
    public Budget withGrace(Duration limit) {
        return new Budget(generations, trials, time, limit, stagnation, target, failures);
    }

    /// This budget with another limit on trials without a better one.
    public Budget withStagnation(long limit) {
        return new Budget(generations, trials, time, grace, limit, target, failures);
    }

    /// This budget with another target; null for none.
    public Budget withTarget(@Nullable Double value) {
        return new Budget(generations, trials, time, grace, stagnation, value, failures);
    }

    /// This budget with another limit on failed trials in a row.
    public Budget withFailures(long limit) {
        return new Budget(generations, trials, time, grace, stagnation, target, limit);
    }
}
