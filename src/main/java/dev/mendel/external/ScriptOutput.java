package dev.mendel.external;

import dev.mendel.external.LineReader.Line;
import dev.mendel.external.script.Answers;
import dev.mendel.external.script.Answers.Point;
import dev.mendel.external.script.Watched;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// The output of a program that knows nothing of Mendel, line by line: the last value counts, points of the
/// learning curve are kept, and the lines are the log. Lines of JSON that are [Answer]s are understood too.
final class ScriptOutput {
    private static final Logger LOG = LogManager.getLogger("program");
    /// The number of lines that the log takes.
    private static final int MOST_LINES = 100_000;
    private static final int MOST_EPOCHS = 100_000;

    private final Answers answers;
    private final Answers.Reader reader;
    private final Optional<String> named;
    private final Answer.Asked asked;
    private final Curve curve = new Curve();
    private Answer.@Nullable Valued value;
    private @Nullable String given;
    private String last = "";
    private int lines;

    /// @param named which of the `values` of a line of JSON is the objective's
    ScriptOutput(Answers answers, Optional<String> named, Answer.Asked asked) {
        this.answers = answers;
        this.reader = answers.reader();
        this.named = named;
        this.asked = asked;
    }

    /// Reads a line.
    ///
    /// @param deadline until when, by the clock of [System#nanoTime]
    /// @throws Watched.Late if a pattern has not come to an end in time
    void read(Line line, long deadline) {
        String text = line.text().startsWith("\uFEFF") ? line.text().substring(1) : line.text();
        if (!line.overwritten()) {
            log(text);
        }
        boolean understood = text.stripLeading().startsWith("{") && json(text);
        if (!understood) {
            var watched = new Watched(text, deadline);
            reader.value(watched).ifPresent(found -> value = new Answer.Valued(found, Map.of(), false));
            reader.point(watched).ifPresent(point -> add(point, text));
        }
    }

    /// The answer, after the last line.
    ///
    /// @throws EvaluationException if there is none
    Answer.Valued answer() throws EvaluationException {
        if (given != null) {
            throw new EvaluationException("the program gave up: " + given);
        }
        if (value == null) {
            throw new EvaluationException("the program ended without an answer: "
                    + (answers.answer() == null
                            ? "no line of its output is a number"
                            : "no line of its output matches objective.answer with a number")
                    + (last.isEmpty() ? "; it wrote nothing" : "; its last line is " + Answer.shown(last)));
        }
        return value;
    }

    /// The points of the learning curve, by ascending epoch.
    Curve curve() {
        return curve;
    }

    /// The last line that is not blank; empty if there is none.
    String last() {
        return last;
    }

    private void log(String text) {
        if (text.isBlank()) {
            return;
        }
        last = text;
        lines++;
        if (lines <= MOST_LINES) {
            LOG.info("trial {}: {}", asked.trial(), OneLine.of(text));
        } else if (lines == MOST_LINES + 1) {
            LOG.info("trial {}: more than {} lines; the others are left out here", asked.trial(), MOST_LINES);
        }
    }

    private boolean json(String line) {
        return switch (Answer.of(line, named, asked)) {
            case Answer.Valued valued
            when answers.answer() == null -> {
                value = valued;
                yield true;
            }
            case Answer.Intermediate(Epoch epoch, Double told, boolean _) -> {
                add(epoch, told, line);
                yield true;
            }
            case Answer.GivenUp(String reason, boolean _) -> {
                given = reason;
                yield true;
            }
            case Answer.Valued _, Answer.Malformed _, Answer.Late _ -> false;
        };
    }

    private void add(Point point, String line) {
        Integer told = point.epoch();
        int number = told != null ? told : Math.max(curve.last() + 1, 1);
        Double objective = point.measures().get(named.orElse("value"));
        var measures = new LinkedHashMap<String, Double>();
        point.measures().forEach((name, measure) -> {
            if (Double.isFinite(measure)) {
                measures.put(name, measure);
            }
        });
        Double loss = measures.remove("loss");
        add(new Epoch(number, loss == null ? Double.NaN : loss, measures), objective, line);
    }

    /// Adds a point; one of the same epoch as the last completes it, one of an earlier epoch is that of another
    /// training and left out.
    ///
    /// @param told the objective's value; null where there is none
    private void add(Epoch epoch, @Nullable Double told, String line) {
        if (epoch.number() > curve.last()) {
            if (curve.size() < MOST_EPOCHS) {
                curve.add(epoch, told, line);
            }
        } else if (epoch.number() == curve.last()) {
            Epoch known = curve.epochs().getLast();
            var measures = new LinkedHashMap<>(known.measures());
            measures.putAll(epoch.measures());
            curve.complete(
                    new Epoch(epoch.number(), Double.isNaN(epoch.loss()) ? known.loss() : epoch.loss(), measures),
                    told,
                    line);
        }
    }
}
