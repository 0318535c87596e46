package dev.mendel.external;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request to a process and its answer. After each epoch a program that listens waits for a line that says
/// whether to go on.
final class Conversation {
    /// The time that a process may live on after it has closed its output.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// The time that a process for one trial may take to end after its answer.
    private static final Duration LONGEST_END = Duration.ofMinutes(1);
    /// The number of lines that a process may write for one request.
    private static final int MOST_LINES = 100_000;

    private final Child child;
    private final CommandSettings settings;
    private final Answer.Asked asked;
    private final Curve curve = new Curve();
    private long deadline;
    /// Whether there is more to listen to.
    private boolean paused = true;
    /// Whether the process waits to be told whether to go on.
    private boolean undecided;
    private boolean allTied = true;
    private @Nullable Answer answer;
    private int lines;

    /// Asks.
    Conversation(Child child, CommandSettings settings, Trial trial, int repeat) {
        this.child = child;
        this.settings = settings;
        asked = new Answer.Asked(trial.id().number(), repeat);
        child.write(Request.line(trial, repeat, settings.steps()), "trial " + trial.id());
        if (isAlone() && !settings.steps().listens()) {
            child.closeInput();
        }
    }

    /// Listens until so many epochs are told, there is an answer, or the process has ended.
    ///
    /// @param until the time until when, by the clock of [System#nanoTime]
    /// @throws EvaluationException if the process takes too long, or a lone one does not end well
    void listen(int epochs, long until) throws EvaluationException, InterruptedException {
        deadline = until;
        if (curve.size() >= epochs) {
            return;
        }
        paused = false;
        if (undecided) {
            decide();
        }
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            answer = understood(line.get());
            if (!(answer instanceof Answer.Intermediate)) {
                break;
            }
            answer = null;
            undecided = settings.steps().listens();
            if (curve.size() >= epochs) {
                paused = true;
                return;
            }
            if (undecided) {
                decide();
            }
        }
        if (isAlone() && answer instanceof Answer.Valued) {
            child.closeInput();
            awaitEnd();
        }
    }

    /// Lets the process go on.
    private void decide() {
        undecided = false;
        child.writeAside(Request.decision(asked, "continue"));
    }

    /// Tells a process that waits between two epochs that this evaluation has ended.
    ///
    /// @return whether it was told, and can't take what it has written for another request's; else it may be
    ///     anywhere
    boolean stop() {
        if (!paused || !undecided) {
            return false;
        }
        undecided = false;
        child.writeAside(Request.decision(asked, "stop"));
        return allTied;
    }

    private boolean isAlone() {
        return settings.processes() == Processes.PER_TRIAL;
    }

    /// Whether there is more to come.
    boolean isPaused() {
        return paused;
    }

    /// Whether the process has no answer to this question: it has ended, or is still at an earlier one.
    boolean failed() {
        return !paused && (answer == null || answer instanceof Answer.Late);
    }

    /// Whether the process can't be asked again: it is to be asked once only, or it doesn't keep to the lines.
    boolean over() {
        return isAlone() || answer instanceof Answer.Malformed;
    }

    /// Whether the answer names the request, so that it can't be the answer to another one.
    boolean tied() {
        return switch (answer) {
            case Answer.Valued valued -> valued.tied();
            case Answer.GivenUp given -> given.tied();
            case null, default -> false;
        };
    }

    /// The answer, at the end.
    Answer answer() {
        return Objects.requireNonNull(answer);
    }

    /// The epochs told before the answer.
    Curve curve() {
        return curve;
    }

    /// The reason for an answer that is missing: as a rule the process has ended.
    EvaluationException failure() throws InterruptedException {
        if (answer instanceof Answer.Late(String why)) {
            return new EvaluationException(why);
        }
        long soon = System.nanoTime() + PATIENCE.toNanos();
        Optional<Integer> code = child.exitCode(soon - deadline < 0 ? soon : deadline);
        if (code.isEmpty()) {
            return new EvaluationException(
                    "the program closed its output without an answer and went on; it was killed");
        }
        return ended("the program ended without an answer, with exit code ", code.get());
    }

    private EvaluationException ended(String how, int code) throws InterruptedException {
        return settings.ended(how + code, code, child.lastError());
    }

    private Answer understood(String line) {
        Answer read = Answer.of(line, settings.value(), asked);
        if (read instanceof Answer.Intermediate told) {
            if (curve.last() >= told.epoch().number()) {
                return new Answer.Malformed("it wrote " + Answer.shown(line) + " after epoch " + curve.last()
                        + "; epochs are counted upwards");
            }
            allTied &= told.tied();
            curve.add(told.epoch(), told.value(), line);
        }
        return read;
    }

    /// Waits for a process that has answered and has nothing more to do.
    private void awaitEnd() throws EvaluationException, InterruptedException {
        long soon = System.nanoTime() + LONGEST_END.toNanos();
        boolean limited = deadline - soon < 0;
        try {
            Optional<String> more = next(limited ? deadline : soon);
            if (more.isPresent()) {
                answer = new Answer.Malformed("after its answer it wrote " + Answer.shown(more.get()));
                return;
            }
            int code = child.exitCode(limited ? deadline : soon).orElseThrow(TimeoutException::new);
            if (code != 0) {
                throw ended("the program answered, but ended with exit code ", code);
            }
        } catch (TimeoutException e) {
            throw limited
                    ? settings.tooLong()
                    : new EvaluationException("the program answered, but had not ended "
                            + CommandSettings.seconds(LONGEST_END) + " later, and was killed");
        }
    }

    private Optional<String> next() throws EvaluationException, InterruptedException {
        try {
            return next(deadline);
        } catch (TimeoutException e) {
            throw settings.tooLong();
        }
    }

    /// The next line that isn't blank; empty when there will be none.
    private Optional<String> next(long until) throws EvaluationException, InterruptedException, TimeoutException {
        Optional<String> line = child.next(until);
        while (line.filter(String::isBlank).isPresent()) {
            count();
            line = child.next(until);
        }
        count();
        return line;
    }

    private void count() throws EvaluationException {
        lines++;
        if (lines > MOST_LINES) {
            throw new EvaluationException("it wrote more than " + MOST_LINES + " lines without an answer");
        }
    }
}
