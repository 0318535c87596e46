package dev.mendel.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.json.JsonTree;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line that a program wrote.
sealed interface Answer {
    /// The allowed forms of such lines.
    String ALLOWED = "a line of JSON: {\"value\": 0.93}, {\"values\": {\"accuracy\": 0.93}},"
            + " {\"epoch\": 1, \"value\": 0.8} before it, or {\"failed\": \"why\"}; anything else goes to standard error";

    /// The evaluation came to a value.
    ///
    /// @param value perhaps NaN or infinite
    /// @param measures whatever else the program measured, by name, finite
    /// @param tied as [Asked#ties]
    record Valued(double value, Map<String, Double> measures, boolean tied) implements Answer {}

    /// An intermediate value; the answer is still to come.
    ///
    /// @param value the objective's, perhaps NaN or infinite; null where it is not told
    /// @param tied as [Asked#ties]
    record Intermediate(Epoch epoch, @Nullable Double value, boolean tied) implements Answer {}

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
        Optional<String> differs(JsonTree node) {
            boolean other = isOther(node.path("trial"), trial) || isOther(node.path("repeat"), repeat);
            return other
                    ? Optional.of(
                            "which answers another question: it was asked for trial " + trial + ", repeat " + repeat)
                    : Optional.empty();
        }

        /// Whether an object names this request, so that it can't be the answer to another one.
        boolean ties(JsonTree node) {
            return node.path("trial").isWhole() && node.path("repeat").isWhole();
        }

        private static boolean isOther(JsonTree said, long meant) {
            return said.isWhole() && said.whole() != meant;
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
        JsonTree node;
        try {
            // programs on Windows may begin their output with a byte order mark
            node = JsonTree.parseLenient(line.startsWith("\uFEFF") ? line.substring(1) : line);
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
        if (node.path("failed").isText()) {
            return new GivenUp(node.path("failed").text(), asked.ties(node));
        }
        return !node.path("epoch").isMissing()
                ? epoch(node, line, named, asked.ties(node))
                : value(node, line, named, asked.ties(node));
    }

    /// A line as messages show it.
    static String shown(String line) {
        String start = line.length() > 200 ? line.substring(0, 200) + "…" : line;
        return start.isBlank() ? "\"" + OneLine.of(start) + "\"" : OneLine.of(start);
    }

    private static Answer epoch(JsonTree node, String line, Optional<String> named, boolean tied) {
        JsonTree number = node.path("epoch");
        if (!number.isWhole() || number.whole() < 0 || number.whole() > Integer.MAX_VALUE || !number.isLong()) {
            return new Malformed("it wrote " + shown(line) + ", whose epoch is not a whole number from 0");
        }
        var measures = new LinkedHashMap<String, Double>();
        if (node.path("value").isNumber()) {
            put("value", node.path("value"), measures);
        }
        node.path("values").members().forEach((name, measure) -> put(name, measure, measures));
        double loss = node.path("loss").isNumber() ? node.path("loss").number() : Double.NaN;
        JsonTree value = objective(node, named);
        Double told = value.isNumber() ? (Double) value.number() : null;
        return new Intermediate(new Epoch((int) number.whole(), loss, measures), told, tied);
    }

    private static Answer value(JsonTree node, String line, Optional<String> named, boolean tied) {
        JsonTree value = objective(node, named);
        if (value.isMissing()) {
            return new Malformed("it wrote " + shown(line) + ", which has no "
                    + named.map(name -> "values." + name + ", as objective.value wants it")
                            .orElse("value; which of several values counts is said by objective.value")
                    + "; it answers with " + ALLOWED);
        }
        if (!value.isNumber()) {
            return new Malformed("it wrote " + shown(line) + ", whose value is no number");
        }
        var measures = new LinkedHashMap<String, Double>();
        node.path("values").members().forEach((name, measure) -> put(name, measure, measures));
        return new Valued(value.number(), measures, tied);
    }

    /// The objective's own value.
    private static JsonTree objective(JsonTree node, Optional<String> named) {
        return named.isEmpty() ? node.path("value") : node.path("values").path(named.get());
    }

    private static void put(String name, JsonTree number, Map<String, Double> measures) {
        if (number.isNumber() && Double.isFinite(number.number())) {
            measures.put(OneLine.of(name), number.number());
        }
    }
}
