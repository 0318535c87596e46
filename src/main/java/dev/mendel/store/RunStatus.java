package dev.mendel.store;

import dev.mendel.trial.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The number of a run's trials in each state, and the run's progress.
///
/// @param ending why the last session's search ended; null if it was killed or is still going on
/// @param active whether a process works on the run right now
public record RunStatus(
        long finished,
        long failed,
        long stopped,
        long open,
        long generations,
        Duration elapsed,
        @Nullable Ending ending,
        boolean active) {
    /// The number of trials that have an outcome.
    public long over() {
        return finished + failed + stopped;
    }
}
