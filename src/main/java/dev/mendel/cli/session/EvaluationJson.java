package dev.mendel.cli.session;

import dev.mendel.report.MendelJson;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trial as JSON, with the objective's own values.
///
/// @param outcome the score or value with those of the folds, or the failure
/// @param test its value on data that no search has seen; null where there is none
public record EvaluationJson(
        long trial,
        int generation,
        Configuration configuration,
        @MendelJson.Inline Map<String, Object> outcome,
        @Nullable Double test) {

    public static EvaluationJson of(Evaluation evaluation, Direction direction, @Nullable FoldResult test) {
        return new EvaluationJson(
                evaluation.trial().id().number(),
                evaluation.generation(),
                evaluation.trial().configuration(),
                outcome(evaluation.outcome(), direction),
                test == null ? null : direction.value(test.score()));
    }

    /// The same with the values of all objectives by name, and how far it is outside of constraints.
    public EvaluationJson judged(Outcome.Finished finished, Goals goals) {
        var entries = new LinkedHashMap<>(outcome);
        var values = new LinkedHashMap<String, Double>();
        goals.values(finished).ifPresent(all -> {
            for (int k = 0; k < all.size(); k++) {
                values.put(goals.objectives().get(k).name(), all.get(k));
            }
        });
        entries.put("values", values);
        entries.put("excess", goals.excess(finished));
        return new EvaluationJson(trial, generation, configuration, entries, test);
    }

    private static Map<String, Object> outcome(Outcome outcome, Direction direction) {
        var entries = new LinkedHashMap<String, Object>();
        switch (outcome) {
            case Outcome.Finished finished -> {
                entries.put(direction.noun(), direction.value(finished.mean()));
                entries.put(
                        "folds",
                        finished.folds().stream()
                                .map(fold -> direction.value(fold.score()))
                                .toList());
            }
            case Outcome.Failed failed -> entries.put("failed", failed.reason());
            case Outcome.Stopped stopped -> {
                entries.put("stopped", stopped.rung() + 1);
                entries.put(
                        "rungs", stopped.rungs().stream().map(direction::value).toList());
            }
        }
        return entries;
    }
}
