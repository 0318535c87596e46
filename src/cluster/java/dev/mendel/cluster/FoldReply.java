package dev.mendel.cluster;

import java.io.Serializable;
import java.time.Instant;

/// The answer to a [FoldCall], as it travels back.
sealed interface FoldReply extends Serializable {

    /// The fold has a result.
    ///
    /// @param result as [dev.mendel.external.TrialText] writes it
    record Done(String result, Seat seat, Instant started) implements FoldReply {}

    /// The fold has none and never will.
    ///
    /// @param nanos how long it took
    record Failed(int fold, String reason, long nanos) implements FoldReply {}

    /// What the machine evaluates by could not be reached from there.
    record Unreached(String reason) implements FoldReply {}

    /// The machine can't evaluate any fold of the run.
    record Unfit(String reason) implements FoldReply {}

    /// A place where one fold at a time is evaluated.
    ///
    /// @param executor Spark's name of the process
    /// @param number of the place in the process, from 1
    record Seat(String host, String executor, int number) implements Serializable {}
}
