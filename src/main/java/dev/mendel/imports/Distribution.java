package dev.mendel.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.json.JsonTree;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Optuna has suggested a parameter from: it tells the meaning of the number that is kept for its value,
/// which of a categorical one is the place among its choices.
final class Distribution {
    private Distribution() {}

    /// The values that a parameter's value can mean; empty where its distribution can't be read.
    static Optional<List<Value>> meanings(StudyFile.Parameter parameter) {
        try {
            JsonTree distribution = JsonTree.parse(parameter.distribution());
            String name = distribution.path("name").text();
            JsonTree attributes = distribution.path("attributes");
            return switch (name) {
                case "CategoricalDistribution" -> choice(attributes.path("choices"), parameter.number());
                case "IntDistribution",
                        "IntUniformDistribution",
                        "IntLogUniformDistribution",
                        "FloatDistribution",
                        "UniformDistribution",
                        "LogUniformDistribution",
                        "DiscreteUniformDistribution" ->
                    Double.isFinite(parameter.number())
                            ? Optional.of(Meanings.of(parameter.number()))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<Value>> choice(JsonTree choices, double place) {
        boolean isOne = place == Math.rint(place)
                && place >= 0
                && place < choices.items().size();
        return isOne ? Optional.of(meanings(choices.items().get((int) place))) : Optional.empty();
    }

    private static List<Value> meanings(JsonTree choice) {
        if (choice.isFlag()) {
            return List.of(new Value.Flag(choice.flag()));
        }
        if (choice.isLong()) {
            return Meanings.of(choice.whole());
        }
        if (choice.isNumber()) {
            return Meanings.of(choice.number());
        }
        if (choice.isNull()) {
            return List.of(new Value.Text("None"), new Value.Text("none"));
        }
        var meanings = new ArrayList<Value>(List.of(new Value.Text(choice.text())));
        meanings.addAll(Meanings.of(choice.text()));
        return meanings;
    }
}
