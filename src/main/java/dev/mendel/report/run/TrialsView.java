package dev.mendel.report.run;

import dev.mendel.space.Choice;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All trials that have an outcome, by number, column by column.
///
/// @param generation the one that was the first to ask for the trial
/// @param score the objective's own value; not a number where the trial failed or was stopped
/// @param rank 1 for the best, and one more than the number of better trials for all others; 0 where the trial
///     failed or was stopped
/// @param seconds the trial's own time
/// @param values for each hyperparameter its value in each trial: a number of a range as it is, a choice as its
///     place in the list, not a number where it takes no part
record TrialsView(
        List<Long> id,
        List<Integer> generation,
        List<Double> score,
        List<Integer> rank,
        List<Double> seconds,
        List<List<Double>> values) {

    static TrialsView of(
            List<Evaluation> evaluations, SearchSpace space, Map<TrialId, Double> seconds, Direction direction) {
        var values = new ArrayList<List<Double>>();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            values.add(evaluations.stream()
                    .map(evaluation -> evaluation
                            .trial()
                            .configuration()
                            .find(hyperparameter.name())
                            .map(value -> number(hyperparameter, value))
                            .orElse(Double.NaN))
                    .toList());
        }
        return new TrialsView(
                evaluations.stream()
                        .map(evaluation -> evaluation.trial().id().number())
                        .toList(),
                evaluations.stream().map(Evaluation::generation).toList(),
                evaluations.stream()
                        .map(evaluation -> evaluation
                                .outcome()
                                .score()
                                .map(direction::value)
                                .orElse(Double.NaN))
                        .toList(),
                ranks(evaluations),
                evaluations.stream()
                        .map(evaluation ->
                                seconds.getOrDefault(evaluation.trial().id(), 0.0))
                        .toList(),
                values);
    }

    private static List<Integer> ranks(List<Evaluation> evaluations) {
        double[] losses = evaluations.stream()
                .flatMap(evaluation -> evaluation.outcome().score().stream())
                .mapToDouble(score -> -score.value())
                .sorted()
                .toArray();
        var ranks = new HashMap<Double, Integer>();
        for (int i = 0; i < losses.length; i++) {
            ranks.putIfAbsent(losses[i] + 0.0, i + 1);
        }
        return evaluations.stream()
                .map(evaluation -> evaluation
                        .outcome()
                        .score()
                        .map(score -> ranks.get(-score.value() + 0.0))
                        .orElse(0))
                .toList();
    }

    static double number(Hyperparameter hyperparameter, Value value) {
        if (hyperparameter instanceof Choice choice) {
            return choice.grid().indexOf(value);
        }
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Text _, Value.Flag _ -> Double.NaN;
        };
    }
}
