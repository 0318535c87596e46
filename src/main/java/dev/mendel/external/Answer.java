package dev.mendel.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One line that a program wrote.
sealed interface Answer {
    /// The allowed forms of such lines.
    String ALLOWED = "a line of JSON: {\"value\": 0.93}, {\"values\": {\"accuracy\": 0.93}},"
            + " {\"epoch\": 1, \"value\": 0.8} before it, or {\"failed\": \"why\"}; anything else goes to standard error";

    JsonMapper JSON = JsonMapper.builder()
            // Python writes NaN and Infinity; they are told apart from what is no JSON at all
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// The evaluation came to a value.
    ///
    /// @param value perhaps NaN or infinite
    /// @param measures whatever else the program measured, by name, finite
    /// @param tied as [Asked#ties]
    record Valued(double value, Map<String, Double> measures, boolean tied) implements Answer {}

    /// An intermediate value; the answer is still to come.
    record Intermediate(Epoch epoch) implements Answer {}

    /// The program gave up on this evaluation, and says why.
    ///
    /// @param tied as [Asked#ties]
    record GivenUp(String reason, boolean tied) implements Answer {}

    /// The line is none of these.
    ///
    /// @param why what was found and what is allowed
    record Malformed(String why) implements Answer {}

    /// The requested evaluation.
    record Asked(long trial, int repeat) {
        /// The reason why an object answers another request; empty if it names none, or this one.
        Optional<String> differs(JsonNode node) {
            boolean other = isOther(node.path("trial"), trial) || isOther(node.path("repeat"), repeat);
            return other
                    ? Optional.of(
                            "which answers another question: it was asked for trial " + trial + ", repeat " + repeat)
                    : Optional.empty();
        }

        /// Whether an object names this request, so that it can't be the answer to another one.
        boolean ties(JsonNode node) {
            return node.path("trial").isIntegralNumber() && node.path("repeat").isIntegralNumber();
        }

        private static boolean isOther(JsonNode said, long meant) {
            return said.isIntegralNumber() && said.longValue() != meant;
        }
    }

    /// The line answers a question that was asked before.
    ///
    /// @param why what was found and what was asked
    record Late(String why) implements Answer {}

    /// The meaning of a line. An answer that has `trial` or `repeat` has to repeat the request's.
    ///
    /// @param named which of the `values` is the objective's; empty where it is under `value`
    static Answer of(String line, Optional<String> named, Asked asked) {
        JsonNode node;
        try {
            // programs on Windows may begin their output with a byte order mark
            node = JSON.readTree(line.startsWith("\uFEFF") ? line.substring(1) : line);
        } catch (JsonProcessingException e) {
            return new Malformed("it wrote " + shown(line) + ", which is not " + ALLOWED);
        }
        if (!node.isObject()) {
            return new Malformed("it wrote " + shown(line) + ", which is not " + ALLOWED);
        }
        Optional<String> other = asked.differs(node);
        if (other.isPresent()) {
            return new Late("it wrote " + shown(line) + ", " + other.get());
        }
        if (node.path("failed").isTextual()) {
            return new GivenUp(node.get("failed").asText(), asked.ties(node));
        }
        return node.has("epoch") ? epoch(node, line) : value(node, line, named, asked.ties(node));
    }

    /// A line as messages show it.
    static String shown(String line) {
        String start = line.length() > 200 ? line.substring(0, 200) + "…" : line;
        return start.isBlank() ? "\"" + OneLine.of(start) + "\"" : OneLine.of(start);
    }

    private static Answer epoch(JsonNode node, String line) {
        JsonNode number = node.get("epoch");
        if (!number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() < 0) {
            return new Malformed("it wrote " + shown(line) + ", whose epoch is not a whole number from 0");
        }
        var measures = new LinkedHashMap<String, Double>();
        if (node.path("value").isNumber()) {
            put("value", node.get("value"), measures);
        }
        node.path("values").properties().forEach(entry -> put(entry.getKey(), entry.getValue(), measures));
        double loss = node.path("loss").isNumber() ? node.get("loss").doubleValue() : Double.NaN;
        return new Intermediate(new Epoch(number.intValue(), loss, measures));
    }

    private static Answer value(JsonNode node, String line, Optional<String> named, boolean tied) {
        JsonNode value =
                named.isEmpty() ? node.path("value") : node.path("values").path(named.get());
        if (value.isMissingNode()) {
            return new Malformed("it wrote " + shown(line) + ", which has no "
                    + named.map(name -> "values." + name + ", as objective.value wants it")
                            .orElse("value; which of several values counts is said by objective.value")
                    + "; it answers with " + ALLOWED);
        }
        if (!value.isNumber()) {
            return new Malformed("it wrote " + shown(line) + ", whose value is no number");
        }
        var measures = new LinkedHashMap<String, Double>();
        node.path("values").properties().forEach(entry -> put(entry.getKey(), entry.getValue(), measures));
        return new Valued(value.doubleValue(), measures, tied);
    }

    private static void put(String name, JsonNode number, Map<String, Double> measures) {
        if (number.isNumber() && Double.isFinite(number.doubleValue())) {
            measures.put(OneLine.of(name), number.doubleValue());
        }
    }
}
