package dev.mendel.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.json.JsonTree;
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
        return measures.entrySet().stream()
                .map(entry -> new Value.Text(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Configuration configuration(String text) {
        var values = new LinkedHashMap<String, Value>();
        read(text).members().forEach((name, value) -> values.put(name, value(value)));
        return new Configuration(values);
    }

    static List<Value> genotype(String text) {
        var values = new ArrayList<Value>();
        read(text).items().forEach(node -> values.add(value(node)));
        return values;
    }

    static Map<String, Double> measures(String text) {
        var measures = new LinkedHashMap<String, Double>();
        read(text).members().forEach((name, measure) -> {
            if (measure.isNumber()) {
                measures.put(name, measure.number());
            } else if (!NOT_FINITE.contains(measure.text())) {
                throw new Damage("measure " + name + " is no longer a number: " + measure);
            }
        });
        return measures;
    }

    private static Value value(JsonTree node) {
        if (node.isText()) {
            return new Value.Text(node.text());
        }
        if (node.isFlag()) {
            return new Value.Flag(node.flag());
        }
        if (!node.isNumber()) {
            throw new Damage("a configuration's value is no longer one: " + node);
        }
        return node.isWhole() ? new Value.Whole(node.whole()) : new Value.Real(node.number());
    }

    private static JsonTree read(String text) {
        try {
            return JsonTree.parse(text);
        } catch (JsonProcessingException e) {
            throw new Damage("a text is no longer JSON: " + text);
        }
    }
}
