package dev.mendel.cli.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints JSON objects, one a line.
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    public JsonLines(PrintWriter out) {
        this.out = out;
    }

    public void print(Consumer<ObjectNode> filling) {
        ObjectNode line = JSON.createObjectNode();
        filling.accept(line);
        out.println(line);
        out.flush();
    }

    /// A number, or null where there is none: JSON has no NaN.
    static void putNumber(ObjectNode line, String name, double number) {
        if (Double.isFinite(number)) {
            line.put(name, number);
        } else {
            line.putNull(name);
        }
    }

    /// A trial with the objective's own values.
    public static ObjectNode evaluation(Evaluation evaluation, Direction direction, @Nullable FoldResult test) {
        ObjectNode node = JSON.createObjectNode();
        node.put("trial", evaluation.trial().id().number());
        node.put("generation", evaluation.generation());
        ObjectNode configuration = node.putObject("configuration");
        evaluation.trial().configuration().values().forEach((name, value) -> put(configuration, name, value));
        switch (evaluation.outcome()) {
            case Outcome.Finished finished -> {
                node.put(direction.noun(), direction.value(finished.mean()));
                var folds = node.putArray("folds");
                finished.folds().forEach(fold -> folds.add(direction.value(fold.score())));
            }
            case Outcome.Failed failed -> node.put("failed", failed.reason());
        }
        if (test != null) {
            node.put("test", direction.value(test.score()));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Value value) {
        switch (value) {
            case Value.Text(String text) -> node.put(name, text);
            case Value.Whole(long number) -> node.put(name, number);
            case Value.Real(double number) -> node.put(name, number);
            case Value.Flag(boolean flag) -> node.put(name, flag);
        }
    }
}
