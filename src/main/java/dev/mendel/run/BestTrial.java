package dev.mendel.run;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.evaluate.Evaluation;
import org.jspecify.annotations.Nullable;

/// The best result of a run.
///
/// @param evaluation the best trial
/// @param test its configuration on data that no fold has seen; null where there is none, or no result
/// @param testFailure why there is no such result although there is data; null otherwise
public record BestTrial(
        Evaluation evaluation,
        @Nullable FoldResult test,
        @Nullable String testFailure) {}
