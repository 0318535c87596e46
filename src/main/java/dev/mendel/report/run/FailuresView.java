package dev.mendel.report.run;

import dev.mendel.trial.AtRung;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The failed trials, and their reasons.
///
/// @param reasons how many trials failed for each reason, numbers in it left out
record FailuresView(Map<String, Long> reasons, List<Failure> failures) {

    /// A failed trial.
    ///
    /// @param fold the first one that failed, from 0
    record Failure(long trial, int generation, int fold, String reason, String configuration) {}

    static FailuresView of(List<Evaluation> evaluations) {
        var failures = new ArrayList<Failure>();
        var reasons = new TreeMap<String, Long>();
        for (Evaluation evaluation : evaluations) {
            if (evaluation.outcome() instanceof Outcome.Failed(int fold, String reason, Duration _, List<AtRung> _)) {
                reasons.merge(reason.replaceAll("\\d+", "…"), 1L, Long::sum);
                failures.add(new Failure(
                        evaluation.trial().id().number(),
                        evaluation.generation(),
                        fold,
                        reason,
                        evaluation.trial().configuration().toString()));
            }
        }
        return new FailuresView(reasons, failures);
    }
}
