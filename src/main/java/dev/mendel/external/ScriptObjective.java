package dev.mendel.external;

import dev.mendel.external.script.CommandTemplate;
import dev.mendel.external.script.Filling;
import dev.mendel.external.script.Watched;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import dev.mendel.trial.Worker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// A program as objective that knows nothing of Mendel: each evaluation runs it once, with the configuration in
/// its arguments or environment, and its value is in what it writes. The scores of its results are its own
/// values, whichever of them are better. It reads nothing on standard input; another exit code than 0 makes the
/// evaluation a failed one.
public final class ScriptObjective implements Objective {
    /// The longest line, in characters.
    private static final int LONGEST_LINE = 1_000_000;

    private static final long FOREVER = Duration.ofDays(365).toNanos();

    private final CommandSettings settings;
    private final CommandTemplate template;
    private final String program;
    private final Warden warden = Warden.here();

    /// @throws ObjectiveException if there is no such program or directory
    public ScriptObjective(CommandSettings settings) throws ObjectiveException {
        this.settings = settings;
        template = settings.template();
        program = Programs.find(settings.command().getFirst(), settings.directory())
                .toString();
    }

    @Override
    public int folds() {
        return settings.repeats();
    }

    @Override
    public FoldResult evaluate(Trial trial, int repeat) throws EvaluationException, InterruptedException {
        long began = System.nanoTime();
        long deadline = began + settings.timeout().map(Duration::toNanos).orElse(FOREVER);
        var output = new ScriptOutput(
                settings.script().answers(),
                settings.value(),
                new Answer.Asked(trial.id().number(), repeat),
                deadline);
        run(trial, repeat, deadline, output);
        Answer.Valued answer = output.answer();
        if (!Score.isOne(answer.value())) {
            throw new EvaluationException(CommandSettings.noScore(answer.value()));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        return new FoldResult(new Score(answer.value()), answer.measures(), output.epochs(), time);
    }

    @Override
    public void close() {
        warden.close();
    }

    private void run(Trial trial, int repeat, long deadline, ScriptOutput output)
            throws EvaluationException, InterruptedException {
        Child child = start(new Filling(trial, repeat, Request.seed(trial, repeat), Worker.current()));
        try {
            child.closeInput();
            Optional<LineReader.Line> line = child.nextLine(deadline);
            while (line.isPresent()) {
                output.read(line.get());
                line = child.nextLine(deadline);
            }
            int code = child.exitCode(deadline).orElseThrow(TimeoutException::new);
            if (code != 0) {
                Thread.sleep(CommandObjective.MOMENT);
                throw ended(code, child, output);
            }
        } catch (TimeoutException e) {
            throw settings.tooLong();
        } catch (Watched.Late e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw settings.tooLong();
        } finally {
            child.kill();
        }
    }

    /// The failure of a program that ended with another exit code than 0.
    private EvaluationException ended(int code, Child child, ScriptOutput output) throws InterruptedException {
        String last = child.lastError().orElse(output.last());
        return settings.ended(
                "the program ended with exit code " + code,
                code,
                Optional.of(last).filter(line -> !line.isEmpty()));
    }

    private Child start(Filling filling) throws EvaluationException {
        List<String> command = new ArrayList<>(template.command(filling));
        command.set(0, program);
        Map<String, Optional<String>> environment = template.variables(filling);
        try {
            return Child.start(
                    new Program(
                            command,
                            settings.directory(),
                            environment,
                            settings.script().answers().arePatterns()),
                    "trial " + filling.trial().id(),
                    warden,
                    LONGEST_LINE);
        } catch (IOException e) {
            throw new EvaluationException("the program can't be started: " + e.getMessage(), e);
        }
    }
}
