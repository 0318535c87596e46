package dev.mendel.external;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request to a process and its answer.
final class Conversation {
    /// The time that a process may live on after it has closed its output.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Child child;
    private final CommandSettings settings;
    private final long deadline;
    private final List<Epoch> epochs = new ArrayList<>();
    private Answer.@Nullable Asked asked;
    private @Nullable Answer answer;

    /// @param deadline by the clock of [System#nanoTime]
    Conversation(Child child, CommandSettings settings, long deadline) {
        this.child = child;
        this.settings = settings;
        this.deadline = deadline;
    }

    /// Asks, and listens until there is an answer or the process has ended.
    ///
    /// @throws EvaluationException if the process takes too long, or a lone one does not end well
    void ask(Trial trial, int repeat) throws EvaluationException, InterruptedException {
        child.write(Request.line(trial, repeat), "trial " + trial.id());
        asked = new Answer.Asked(trial.id().number(), repeat);
        boolean alone = settings.processes() == Processes.PER_TRIAL;
        if (alone) {
            child.closeInput();
        }
        Optional<String> line = next();
        while (line.isPresent()) {
            answer = understood(line.get());
            if (!(answer instanceof Answer.Intermediate)) {
                break;
            }
            answer = null;
            line = next();
        }
        if (alone && answer instanceof Answer.Valued) {
            awaitEnd();
        }
    }

    /// Whether the process has no answer to this question: it has ended, or is still at an earlier one.
    boolean failed() {
        return answer == null || answer instanceof Answer.Late;
    }

    /// Whether the process can't be asked again: it is to be asked once only, or it doesn't keep to the lines.
    boolean over() {
        return settings.processes() == Processes.PER_TRIAL || answer instanceof Answer.Malformed;
    }

    Answer answer() {
        return Objects.requireNonNull(answer);
    }

    /// The epochs told before the answer, in order.
    List<Epoch> epochs() {
        return epochs;
    }

    /// The reason for an answer that is missing: as a rule the process has ended.
    String failure() throws InterruptedException {
        if (answer instanceof Answer.Late(String why)) {
            return why;
        }
        long soon = System.nanoTime() + PATIENCE.toNanos();
        Optional<Integer> code = child.exitCode(soon - deadline < 0 ? soon : deadline);
        if (code.isEmpty()) {
            return "the program closed its output without an answer and went on; it was killed";
        }
        String error = child.lastError().map(line -> ": " + Answer.shown(line)).orElse("");
        return "the program ended without an answer, with exit code " + code.get() + error;
    }

    private Answer understood(String line) {
        Answer read = Answer.of(line, settings.value(), Objects.requireNonNull(asked));
        if (read instanceof Answer.Intermediate(Epoch epoch)) {
            if (!epochs.isEmpty() && epochs.getLast().number() >= epoch.number()) {
                return new Answer.Malformed("it wrote " + Answer.shown(line) + " after epoch "
                        + epochs.getLast().number() + "; epochs are counted upwards");
            }
            epochs.add(epoch);
        }
        return read;
    }

    /// Waits for a process that has answered and has nothing more to do.
    private void awaitEnd() throws EvaluationException, InterruptedException {
        Optional<String> more = next();
        if (more.isPresent()) {
            answer = new Answer.Malformed("after its answer it wrote " + Answer.shown(more.get()));
        } else if (exitCode() != 0) {
            throw new EvaluationException("the program answered, but ended with exit code " + exitCode()
                    + child.lastError().map(line -> ": " + Answer.shown(line)).orElse(""));
        }
    }

    private Optional<String> next() throws EvaluationException, InterruptedException {
        try {
            return child.next(deadline);
        } catch (TimeoutException e) {
            throw tooLong();
        }
    }

    private int exitCode() throws EvaluationException, InterruptedException {
        return child.exitCode(deadline).orElseThrow(this::tooLong);
    }

    private EvaluationException tooLong() {
        return new EvaluationException("the program took longer than "
                + seconds(settings.timeout().orElse(Duration.ZERO)) + " and was killed");
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
    }
}
