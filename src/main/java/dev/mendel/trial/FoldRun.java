package dev.mendel.trial;

import java.time.Instant;

/// A fold that has been evaluated: by whom, since when, with which result.
///
/// @param worker from 1 to the number of workers
public record FoldRun(Trial trial, int fold, FoldResult result, int worker, Instant started) {}
