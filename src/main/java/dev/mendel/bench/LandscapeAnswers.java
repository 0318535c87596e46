package dev.mendel.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.bench.landscape.Family;
import dev.mendel.bench.landscape.Landscape;
import dev.mendel.json.JsonTree;
import dev.mendel.space.Configuration;
import dev.mendel.space.RealRange;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The landscapes of a family for other optimizers: each request and each answer is a JSON object in a line.
public final class LandscapeAnswers {
    private final Family family;
    private final Map<Long, Drawn> drawn = new HashMap<>();

    private record Drawn(Landscape landscape, SearchTask task) {}

    public LandscapeAnswers(Family family) {
        this.family = family;
    }

    /// The answer to a request: to `{"draw": n}` what there is to search, to one with `configuration` besides
    /// its value and its normalized regret.
    ///
    /// @return what is to be written, as JSON
    /// @throws IllegalArgumentException if the request is not one of these, with what is wrong
    public Map<String, Object> answer(String request) {
        JsonTree asked;
        try {
            asked = JsonTree.parse(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        long draw = asked.required("draw").whole();
        JsonTree configuration = asked.path("configuration");
        Drawn one = drawn.computeIfAbsent(
                draw,
                seed -> new Drawn(SearchTask.drawn(family, new Seed(seed)), SearchTask.of(family, new Seed(seed))));
        if (configuration.isMissing()) {
            return Map.of("space", TaskSpace.written(one.task().space()));
        }
        double value =
                one.landscape().value().applyAsDouble(configuration(one.task().space(), configuration));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("value", value);
        answer.put("regret", one.task().regret(value));
        return answer;
    }

    private static Configuration configuration(SearchSpace space, JsonTree told) {
        var values = new LinkedHashMap<String, Value>();
        told.members()
                .forEach((name, value) -> values.put(
                        name,
                        space.find(name).filter(RealRange.class::isInstance).isPresent()
                                ? new Value.Real(value.number())
                                : TaskSpace.value(value)));
        var configuration = new Configuration(values);
        space.fault(configuration).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return configuration;
    }
}
