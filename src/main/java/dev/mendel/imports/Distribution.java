package dev.mendel.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Optuna has suggested a parameter from: it tells the meaning of the number that is kept for its value, which of
/// a
/// categorical one is the place among its choices.
final class Distribution {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Distribution() {}

    /// The values that a parameter's value can mean; empty where its distribution can't be read.
    static Optional<List<Value>> meanings(StudyFile.Parameter parameter) {
        try {
            JsonNode distribution = JSON.readTree(parameter.distribution());
            String name = distribution.path("name").asText();
            JsonNode attributes = distribution.path("attributes");
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

    private static Optional<List<Value>> choice(JsonNode choices, double place) {
        JsonNode choice = place == Math.rint(place) ? choices.get((int) place) : null;
        return choice == null ? Optional.empty() : Optional.of(meanings(choice));
    }

    private static List<Value> meanings(JsonNode choice) {
        if (choice.isBoolean()) {
            return List.of(new Value.Flag(choice.booleanValue()));
        }
        if (choice.isIntegralNumber() && choice.canConvertToLong()) {
            return Meanings.of(choice.longValue());
        }
        if (choice.isNumber()) {
            return Meanings.of(choice.doubleValue());
        }
        if (choice.isNull()) {
            return List.of(new Value.Text("None"), new Value.Text("none"));
        }
        var meanings = new ArrayList<Value>(List.of(new Value.Text(choice.asText())));
        meanings.addAll(Meanings.of(choice.asText()));
        return meanings;
    }
}
