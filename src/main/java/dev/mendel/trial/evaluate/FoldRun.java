package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Trial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fold that has been evaluated: by whom, since when, with which result.
///
/// @param worker from 1 to the number of workers; [#ELSEWHERE] for a fold that another run has evaluated,
///     [#IMPORTED] for one that no run has
/// @param host the machine, where that is another one than the session's; null otherwise
public record FoldRun(
        Trial trial,
        int fold,
        FoldResult result,
        int worker,
        Instant started,
        @Nullable String host) {
    /// The number of no worker of this run.
    public static final int ELSEWHERE = 0;

    /// The number of no worker of any run: the result was told by a file.
    public static final int IMPORTED = -1;

    /// One that was evaluated on the session's own machine, or of which nothing is known about that.
    public FoldRun(Trial trial, int fold, FoldResult result, int worker, Instant started) {
        this(trial, fold, result, worker, started, null);
    }

    /// Whether no run has evaluated it. A run that takes it over knows that too.
    public boolean isImported() {
        return worker == IMPORTED;
    }

    /// The same, taken over by another run's trial of the same configuration.
    FoldRun takenOver(Trial by) {
        return new FoldRun(by, fold, result, isImported() ? IMPORTED : ELSEWHERE, started);
    }
}
