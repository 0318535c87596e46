package dev.mendel.bench;

import dev.mendel.json.JsonTree;
import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.Range;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the search space of a [SearchTask]: a list of hyperparameters with `name`, `type` (categorical, int,
/// float), `choices` and `ordered`, or `low`, `high` and `log`, and a list of `condition`s, all of which must
/// hold.
final class TaskSpace {
    private TaskSpace() {}

    /// @throws IllegalArgumentException if something is missing or wrong
    static SearchSpace read(JsonTree space) {
        return new SearchSpace(
                space.items().stream().map(TaskSpace::hyperparameter).toList());
    }

    /// A space as [#read] reads it, for JSON. Numbers of ranges stand as such, all other values as
    /// alternatives.
    static List<Map<String, Object>> written(SearchSpace space) {
        return space.hyperparameters().stream().map(TaskSpace::written).toList();
    }

    private static Map<String, Object> written(Hyperparameter hyperparameter) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", hyperparameter.name());
        if (hyperparameter instanceof Range range) {
            told.put("type", !range.takesReals() ? "int" : "float");
            told.put("low", plain(range.lowest()));
            told.put("high", plain(range.highest()));
            told.put("log", range.scale() == Scale.LOG);
        } else {
            told.put("type", "categorical");
            told.put(
                    "choices",
                    hyperparameter.grid().stream().map(TaskSpace::plain).toList());
            told.put("ordered", hyperparameter.isOrdered());
        }
        told.put(
                "condition",
                hyperparameter.condition().all().stream()
                        .map(each -> Map.of(
                                "param",
                                each.name(),
                                "in",
                                each.allowed().stream().map(TaskSpace::plain).toList()))
                        .toList());
        return told;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Flag(boolean flag) -> flag;
            case Value.Text(String text) -> text;
        };
    }

    private static Hyperparameter hyperparameter(JsonTree told) {
        String name = told.required("name").text();
        String type = told.required("type").text();
        Condition condition = new Condition(told.path("condition").items().stream()
                .map(TaskSpace::requirement)
                .toList());
        return switch (type) {
            case "categorical" -> choice(name, told, condition);
            case "int" ->
                new IntegerRange(
                        name,
                        told.required("low").whole(),
                        told.required("high").whole(),
                        scale(told),
                        null,
                        condition,
                        null);
            case "float" ->
                new RealRange(
                        name,
                        told.required("low").number(),
                        told.required("high").number(),
                        scale(told),
                        null,
                        condition,
                        null);
            default ->
                throw new IllegalArgumentException(name + ": type: " + type + " is not one of categorical, int, float");
        };
    }

    private static Hyperparameter choice(String name, JsonTree told, Condition condition) {
        List<Value> values = values(told.required("choices"));
        return told.path("ordered").flag()
                ? new Ordered(name, values, condition, null)
                : new Categorical(name, values, List.of(), condition, null);
    }

    private static Condition.Requirement requirement(JsonTree told) {
        return new Condition.Requirement(told.required("param").text(), values(told.required("in")));
    }

    private static Scale scale(JsonTree told) {
        return told.path("log").flag() ? Scale.LOG : Scale.LINEAR;
    }

    private static List<Value> values(JsonTree list) {
        return list.items().stream().map(TaskSpace::value).toList();
    }

    static Value value(JsonTree value) {
        if (value.isWhole()) {
            return new Value.Whole(value.whole());
        }
        if (value.isNumber()) {
            return new Value.Real(value.number());
        }
        return value.isFlag() ? new Value.Flag(value.flag()) : new Value.Text(value.text());
    }
}
