package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Trial;
import java.time.Instant;

/// A fold that has been evaluated: by whom, since when, with which result.
///
/// @param worker from 1 to the number of workers; [#ELSEWHERE] for a fold that another run has evaluated
public record FoldRun(Trial trial, int fold, FoldResult result, int worker, Instant started) {
    /// The number of no worker of this run.
    public static final int ELSEWHERE = 0;
}
