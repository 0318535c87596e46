package dev.mendel.cli.session;

import java.time.Duration;

/// How long a run will still take, from what it took so far: the time a trained trial took on the average,
/// times the trials that may still come.
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

    /// What the run will take at most; zero until a trial has finished.
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
