package dev.mendel.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.store.Sql.Damage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The text of values, configurations and measures in the database: the JSON that they print themselves as.
final class ValueText {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Measures that earlier versions kept although they say nothing.
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private ValueText() {}

    static String write(List<Value> genotype) {
        return genotype.stream().map(Value::toString).collect(Collectors.joining(",", "[", "]"));
    }

    static String write(Map<String, Double> measures) {
        if (measures.isEmpty()) {
            return "{}";
        }
        try {
            return JSON.writeValueAsString(measures);
        } catch (JsonProcessingException e) {
            throw new StoreException("measures can't be written: " + e.getOriginalMessage(), e);
        }
    }

    static Configuration configuration(String text) {
        var values = new LinkedHashMap<String, Value>();
        read(text).properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return new Configuration(values);
    }

    static List<Value> genotype(String text) {
        var values = new ArrayList<Value>();
        read(text).forEach(node -> values.add(value(node)));
        return values;
    }

    static Map<String, Double> measures(String text) {
        var measures = new LinkedHashMap<String, Double>();
        read(text).properties().forEach(entry -> {
            JsonNode measure = entry.getValue();
            if (measure.isNumber()) {
                measures.put(entry.getKey(), measure.doubleValue());
            } else if (!NOT_FINITE.contains(measure.asText())) {
                throw new Damage("measure " + entry.getKey() + " is no longer a number: " + measure);
            }
        });
        return measures;
    }

    private static Value value(JsonNode node) {
        if (node.isTextual()) {
            return new Value.Text(node.textValue());
        }
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        if (!node.isNumber()) {
            throw new Damage("a configuration's value is no longer one: " + node);
        }
        return node.isIntegralNumber() ? new Value.Whole(node.longValue()) : new Value.Real(node.doubleValue());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Damage("a text is no longer JSON: " + text);
        }
    }
}
