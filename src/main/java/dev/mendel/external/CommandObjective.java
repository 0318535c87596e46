package dev.mendel.external;

import dev.mendel.external.script.Filling;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Stepwise;
import dev.mendel.trial.Trial;
import dev.mendel.trial.Worker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// A program as objective: it reads a [Request] a line on standard input and writes an [Answer] to each on
/// standard output. The scores of its results are the program's own values, whichever of them are better.
///
/// Each evaluation that is under way has a process of its own; a worker's next one takes it over. A process
/// that dies over an evaluation after it has answered others is replaced and the new one asked once more, so
/// that a result doesn't depend on which process made how many evaluations before; one that breaks the
/// protocol, or takes too long, is killed.
public final class CommandObjective implements Stepwise {
    private static final Logger LOG = LogManager.getLogger(CommandObjective.class);
    /// The longest line of an answer, in characters.
    private static final int LONGEST_ANSWER = 1_000_000;
    /// The time that an evaluation whose process ended waits before it counts as failed: Ctrl-C reaches the
    /// process as soon as Mendel itself, and an evaluation that was interrupted has not failed.
    static final Duration MOMENT = Duration.ofMillis(200);
    /// The time after an answer that names no request until a process is asked again.
    private static final Duration QUIET = Duration.ofMillis(50);

    private final CommandSettings settings;
    private final String program;
    private final Pool pool = new Pool(child -> !child.hasLines());
    private final AtomicBoolean untied = new AtomicBoolean();

    /// @throws ObjectiveException if there is no such program or directory
    public CommandObjective(CommandSettings settings) throws ObjectiveException {
        this.settings = settings;
        program = Programs.find(settings.command().getFirst(), settings.directory())
                .toString();
    }

    CommandSettings settings() {
        return settings;
    }

    @Override
    public int folds() {
        return settings.repeats();
    }

    @Override
    public int epochs() {
        return settings.steps().epochs();
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws InterruptedException {
        var talk = new CommandTalk(this, pool, trial, fold, pool.take().orElse(null));
        return new ProgramAttempt(talk, settings);
    }

    @Override
    public void close() {
        pool.close();
    }

    /// The time until when a process that has answered is asked nothing, by the clock of [System#nanoTime]. An
    /// answer that names its request can't be taken for that to the next one. After any other, nothing is asked
    /// for a while, in which a second answer would come.
    ///
    /// @param tied whether the answer names its request
    long quiet(boolean tied) {
        if (tied) {
            return System.nanoTime();
        }
        if (!untied.getAndSet(true)) {
            LOG.info(
                    "answers don't repeat `trial` and `repeat` of their requests; each process is asked again {} ms"
                            + " after such an answer, so that a second one is noticed",
                    QUIET.toMillis());
        }
        return System.nanoTime() + QUIET.toNanos();
    }

    /// A new process for the current worker.
    Pool.Server start(Trial trial, int repeat) throws EvaluationException {
        var filling = new Filling(trial, repeat, Request.seed(trial, repeat), Worker.current());
        try {
            List<String> words = new ArrayList<>(settings.template().command(filling));
            words.set(0, program);
            Map<String, Optional<String>> environment = settings.template().variables(filling);
            return pool.start(new Program(words, settings.directory(), environment, false), "start", LONGEST_ANSWER);
        } catch (IOException e) {
            throw new EvaluationException("the program can't be started: " + e.getMessage(), e);
        }
    }
}
