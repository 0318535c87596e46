package dev.mendel.cli.session;

import java.time.Duration;

/// An estimate of a run's remaining time: the mean time of a trained trial so far, times the trials that may
/// still come.
final class Eta {
    private final long expected;
    private final long began;
    private long known;
    private long done;
    private boolean taken;

    /// @param expected the most trials the run can come to
    /// @param known how many of them earlier sessions have asked for
    /// @param nanoTime the time now, on a clock that only runs forward
    Eta(long expected, long known, long nanoTime) {
        this.expected = expected;
        this.known = known;
        this.began = nanoTime;
    }

    /// The trial that is the next to finish took no time: another run has done it.
    void trialTakenOver() {
        taken = true;
    }

    void trialFinished() {
        if (taken) {
            known++;
        } else {
            done++;
        }
        taken = false;
    }

    /// The most time that the run will still take; zero until a trial has finished.
    Duration left(long nanoTime) {
        if (done == 0) {
            return Duration.ZERO;
        }
        long left = Math.max(0, expected - known - done);
        return Duration.ofNanos((long) ((double) (nanoTime - began) / done * left));
    }

    boolean known() {
        return done > 0 && expected < Long.MAX_VALUE / 2;
    }
}
