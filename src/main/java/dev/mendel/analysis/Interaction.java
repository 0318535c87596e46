package dev.mendel.analysis;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The interaction of two hyperparameters: the scores of the finished trials in which both take part.
///
/// @param first the one across
/// @param second the one upwards
/// @param columns the names of the first one's values
/// @param rows the names of the second one's values
/// @param fields where there is a trial
public record Interaction(String first, String second, List<String> columns, List<String> rows, List<Field> fields) {

    /// The trials at one pair of values.
    ///
    /// @param column from 0
    /// @param row from 0
    /// @param mean the mean of their scores
    public record Field(int column, int row, long trials, double mean, double best) {}

    /// The same with the objective's own values in place of the scores.
    public Interaction valued(Direction direction) {
        return new Interaction(
                first,
                second,
                columns,
                rows,
                fields.stream()
                        .map(field -> new Field(
                                field.column(),
                                field.row(),
                                field.trials(),
                                direction.value(field.mean()),
                                direction.value(field.best())))
                        .toList());
    }

    /// Each two of the hyperparameters, in their order; those that never take part together are left out.
    public static List<Interaction> of(List<Evaluation> evaluations, List<Hyperparameter> hyperparameters) {
        var interactions = new ArrayList<Interaction>();
        for (int i = 0; i < hyperparameters.size(); i++) {
            for (int j = i + 1; j < hyperparameters.size(); j++) {
                of(evaluations, hyperparameters.get(i), hyperparameters.get(j)).ifPresent(interactions::add);
            }
        }
        return interactions;
    }

    private static Optional<Interaction> of(List<Evaluation> evaluations, Hyperparameter first, Hyperparameter second) {
        List<Evaluation> both = evaluations.stream()
                .filter(evaluation -> evaluation.outcome().score().isPresent()
                        && evaluation.trial().configuration().has(first.name())
                        && evaluation.trial().configuration().has(second.name()))
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        Cells columns = cells(first, both);
        Cells rows = cells(second, both);
        Map<Integer, DoubleSummaryStatistics> scores = new TreeMap<>();
        for (Evaluation evaluation : both) {
            int column = columns.cell(value(first, evaluation));
            int row = rows.cell(value(second, evaluation));
            scores.computeIfAbsent(row * columns.size() + column, _ -> new DoubleSummaryStatistics())
                    .accept(evaluation.outcome().score().map(Score::value).orElseThrow());
        }
        List<Field> fields = scores.entrySet().stream()
                .map(entry -> field(entry.getKey(), columns.size(), entry.getValue()))
                .toList();
        return Optional.of(new Interaction(first.name(), second.name(), columns.labels(), rows.labels(), fields));
    }

    private static Field field(int place, int columns, DoubleSummaryStatistics scores) {
        return new Field(place % columns, place / columns, scores.getCount(), scores.getAverage(), scores.getMax());
    }

    private static Cells cells(Hyperparameter hyperparameter, List<Evaluation> evaluations) {
        return Cells.of(
                hyperparameter,
                evaluations.stream()
                        .map(evaluation -> value(hyperparameter, evaluation))
                        .toList());
    }

    private static Value value(Hyperparameter hyperparameter, Evaluation evaluation) {
        Configuration configuration = evaluation.trial().configuration();
        return configuration.find(hyperparameter.name()).orElseThrow();
    }
}
