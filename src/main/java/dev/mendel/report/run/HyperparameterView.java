package dev.mendel.report.run;

import dev.mendel.space.Choice;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Range;
import dev.mendel.space.Scale;
import dev.mendel.space.Value;
import java.util.List;
import java.util.stream.Collectors;

/// A hyperparameter as an axis.
///
/// @param values the choices, in order, of equivalent ones the first; empty for ranges
/// @param ordered whether the choices have an order
/// @param low the range's lower bound; not a number for choices
/// @param high the range's upper bound; not a number for choices
/// @param whole whether it is a range of whole numbers
/// @param log whether the range is walked in equal ratios
/// @param when the condition in words; empty where it always takes part
record HyperparameterView(
        String name,
        List<String> values,
        boolean ordered,
        double low,
        double high,
        boolean whole,
        boolean log,
        String when) {

    static HyperparameterView of(Hyperparameter hyperparameter) {
        String name = hyperparameter.name();
        String when = words(hyperparameter.condition());
        return switch (hyperparameter) {
            case Choice choice ->
                new HyperparameterView(
                        name,
                        choice.grid().stream().map(Value::display).toList(),
                        choice.isOrdered(),
                        Double.NaN,
                        Double.NaN,
                        false,
                        false,
                        when);
            case Range range ->
                new HyperparameterView(
                        name,
                        List.of(),
                        true,
                        TrialsView.number(range, range.lowest()),
                        TrialsView.number(range, range.highest()),
                        !range.takesReals(),
                        range.scale() == Scale.LOG,
                        when);
        };
    }

    private static String words(Condition condition) {
        return condition.all().stream()
                .map(requirement -> requirement.name() + " is "
                        + requirement.allowed().stream().map(Value::display).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
    }
}
