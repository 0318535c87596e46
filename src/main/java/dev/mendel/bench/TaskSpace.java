package dev.mendel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the search space of a [SearchTask]: a list of hyperparameters with `name`, `type` (categorical, int,
/// float), `choices` and `ordered`, or `low`, `high` and `log`, and a list of `condition`s, all of which must
/// hold.
final class TaskSpace {
    private TaskSpace() {}

    /// @throws IllegalArgumentException if something is missing or wrong
    static SearchSpace read(JsonNode space) {
        return new SearchSpace(stream(space).map(TaskSpace::hyperparameter).toList());
    }

    private static Hyperparameter hyperparameter(JsonNode told) {
        String name = told.required("name").asText();
        String type = told.required("type").asText();
        Condition condition = new Condition(
                stream(told.path("condition")).map(TaskSpace::requirement).toList());
        return switch (type) {
            case "categorical" -> choice(name, told, condition);
            case "int" ->
                new IntegerRange(
                        name,
                        told.required("low").asLong(),
                        told.required("high").asLong(),
                        scale(told),
                        null,
                        condition,
                        null);
            case "float" ->
                new RealRange(
                        name,
                        told.required("low").asDouble(),
                        told.required("high").asDouble(),
                        scale(told),
                        null,
                        condition,
                        null);
            default ->
                throw new IllegalArgumentException(name + ": type: " + type + " is not one of categorical, int, float");
        };
    }

    private static Hyperparameter choice(String name, JsonNode told, Condition condition) {
        List<Value> values = values(told.required("choices"));
        return told.path("ordered").asBoolean()
                ? new Ordered(name, values, condition, null)
                : new Categorical(name, values, List.of(), condition, null);
    }

    private static Condition.Requirement requirement(JsonNode told) {
        return new Condition.Requirement(told.required("param").asText(), values(told.required("in")));
    }

    private static Scale scale(JsonNode told) {
        return told.path("log").asBoolean() ? Scale.LOG : Scale.LINEAR;
    }

    private static List<Value> values(JsonNode list) {
        return stream(list).map(TaskSpace::value).toList();
    }

    private static Value value(JsonNode value) {
        if (value.isIntegralNumber()) {
            return new Value.Whole(value.asLong());
        }
        if (value.isNumber()) {
            return new Value.Real(value.asDouble());
        }
        return value.isBoolean() ? new Value.Flag(value.asBoolean()) : new Value.Text(value.asText());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
