package dev.mendel.external;

import dev.mendel.external.LineReader.Line;
import dev.mendel.external.script.Watched;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Trial;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An evaluation by a program that knows nothing of Mendel: a process, and what it writes.
final class ScriptTalk implements ProgramAttempt.Telling {
    private final ScriptObjective objective;
    private final CommandSettings settings;
    private final Trial trial;
    private final int repeat;
    private final ScriptOutput output;
    private @Nullable Child child;

    ScriptTalk(ScriptObjective objective, CommandSettings settings, Trial trial, int repeat) {
        this.objective = objective;
        this.settings = settings;
        this.trial = trial;
        this.repeat = repeat;
        var asked = new Answer.Asked(trial.id().number(), repeat);
        output = new ScriptOutput(settings.script().answers(), settings.value(), asked);
    }

    @Override
    public Optional<Answer.Valued> listen(int epochs, long deadline) throws EvaluationException, InterruptedException {
        Child process = child == null ? started() : child;
        try {
            while (!output.curve().hasCome(epochs)) {
                Optional<Line> line = process.nextLine(deadline);
                if (line.isEmpty()) {
                    end(process, deadline);
                    return Optional.of(output.answer());
                }
                output.read(line.get(), deadline);
            }
            return Optional.empty();
        } catch (TimeoutException e) {
            throw settings.tooLong();
        } catch (Watched.Late e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw settings.tooLong();
        }
    }

    private Child started() throws EvaluationException {
        Child process = objective.start(trial, repeat);
        child = process;
        process.closeInput();
        return process;
    }

    private void end(Child process, long deadline) throws EvaluationException, InterruptedException, TimeoutException {
        int code = process.exitCode(deadline).orElseThrow(TimeoutException::new);
        if (code != 0) {
            Thread.sleep(CommandObjective.MOMENT);
            throw ended(process, code);
        }
        stop();
    }

    /// The failure of a program that ended with another exit code than 0.
    private EvaluationException ended(Child process, int code) throws InterruptedException {
        String last = process.lastError().orElse(output.last());
        return settings.ended(
                "the program ended with exit code " + code,
                code,
                Optional.of(last).filter(line -> !line.isEmpty()));
    }

    @Override
    public Curve curve() {
        return output.curve();
    }

    @Override
    public void stop() {
        if (child != null) {
            child.kill();
            child = null;
        }
    }
}
