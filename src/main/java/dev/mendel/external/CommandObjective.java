package dev.mendel.external;

import dev.mendel.external.script.Filling;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// A program as objective: it reads a [Request] a line on standard input and writes an [Answer] to each on
/// standard output. The scores of its results are the program's own values, whichever of them are better.
///
/// Each thread that evaluates has a process of its own. A process that dies over an evaluation after it has
/// answered others is replaced and the new one asked once more, so that a result doesn't depend on which
/// process made how many evaluations before; one that breaks the protocol, or takes too long, is killed.
public final class CommandObjective implements Objective {
    private static final Logger LOG = LogManager.getLogger(CommandObjective.class);
    /// The longest line of an answer, in characters.
    private static final int LONGEST_ANSWER = 1_000_000;
    private static final long FOREVER = Duration.ofDays(365).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// The time that an evaluation whose process ended waits before it counts as failed: Ctrl-C reaches the
    /// process as soon as Mendel itself, and an evaluation that was interrupted has not failed.
    static final Duration MOMENT = Duration.ofMillis(200);
    /// The time after an answer that names no request until a process is asked again.
    private static final Duration QUIET = Duration.ofMillis(50);

    private final CommandSettings settings;
    private final String program;
    private final Warden warden = Warden.here();
    private final Map<Thread, Server> processes = new ConcurrentHashMap<>();
    private final AtomicBoolean untied = new AtomicBoolean();

    /// A process and how it has done so far.
    ///
    /// @param proven whether it has answered
    /// @param quiet until when nothing is asked, by the clock of [System#nanoTime]
    private record Server(Child child, boolean proven, long quiet) {}

    /// @throws ObjectiveException if there is no such program or directory
    public CommandObjective(CommandSettings settings) throws ObjectiveException {
        this.settings = settings;
        program = Programs.find(settings.command().getFirst(), settings.directory())
                .toString();
    }

    @Override
    public int folds() {
        return settings.repeats();
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        awaitQuiet();
        long began = System.nanoTime();
        long deadline = began + settings.timeout().map(Duration::toNanos).orElse(FOREVER);
        var conversation = converse(trial, fold, deadline);
        return switch (conversation.answer()) {
            case Answer.Valued valued
            when Score.isOne(valued.value()) ->
                new FoldResult(
                        new Score(valued.value()),
                        valued.measures(),
                        conversation.epochs(),
                        Duration.ofNanos(System.nanoTime() - began));
            case Answer.Valued valued -> throw new EvaluationException(CommandSettings.noScore(valued.value()));
            case Answer.GivenUp(String reason, boolean _) ->
                throw new EvaluationException("the program gave up: " + reason);
            case Answer.Malformed(String why) -> throw new EvaluationException(why);
            case Answer.Intermediate _, Answer.Late _ ->
                throw new IllegalStateException("a conversation ends with an answer");
        };
    }

    @Override
    public void close() {
        processes.values().forEach(process -> process.child().closeInput());
        processes.values().forEach(process -> process.child().end(PATIENCE));
        processes.clear();
        warden.close();
    }

    /// An answer that names its request can't be taken for that to the next one. After any other, nothing is
    /// asked for a while, in which a second answer would come.
    private void awaitQuiet() throws InterruptedException {
        Server known = processes.get(Thread.currentThread());
        long left = known == null ? 0 : known.quiet() - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private long quiet(Conversation conversation) {
        if (conversation.tied()) {
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

    private Conversation converse(Trial trial, int repeat, long deadline)
            throws EvaluationException, InterruptedException {
        var filling = new Filling(trial, repeat, Request.seed(trial, repeat), Worker.current());
        Server process = process(filling);
        var conversation = new Conversation(process.child(), settings, deadline);
        try {
            conversation.ask(trial, repeat);
            if (conversation.failed() && process.proven()) {
                LOG.info("trial {}: its process has no answer to it and is replaced", trial.id());
                forget(process);
                process = process(filling);
                conversation = new Conversation(process.child(), settings, deadline);
                conversation.ask(trial, repeat);
            }
            if (conversation.failed()) {
                Thread.sleep(MOMENT);
                throw conversation.failure();
            }
        } catch (EvaluationException | InterruptedException | RuntimeException e) {
            forget(process);
            throw e;
        }
        if (conversation.over()) {
            forget(process);
        } else {
            processes.put(Thread.currentThread(), new Server(process.child(), true, quiet(conversation)));
        }
        return conversation;
    }

    /// This thread's process, started where it has none that lives.
    private Server process(Filling filling) throws EvaluationException {
        Server known = processes.get(Thread.currentThread());
        if (known != null && known.child().isAlive() && !known.child().hasLines()) {
            return known;
        }
        if (known != null) {
            LOG.info("a process has ended, or written more than one answer; it is replaced");
            forget(known);
        }
        try {
            List<String> words = new ArrayList<>(settings.template().command(filling));
            words.set(0, program);
            Map<String, Optional<String>> environment = settings.template().variables(filling);
            var started = new Program(words, settings.directory(), environment, false);
            var process = new Server(Child.start(started, "start", warden, LONGEST_ANSWER), false, System.nanoTime());
            processes.put(Thread.currentThread(), process);
            return process;
        } catch (IOException e) {
            throw new EvaluationException("the program can't be started: " + e.getMessage(), e);
        }
    }

    private void forget(Server process) {
        process.child().kill();
        processes.remove(Thread.currentThread());
    }
}
