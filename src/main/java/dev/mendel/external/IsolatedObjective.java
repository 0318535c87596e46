package dev.mendel.external;

import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// An objective that is evaluated by processes of its own, one for each thread: a Java machine that crashes or
/// hangs makes a trial a failed one and is replaced. Results are the same to the bit.
///
/// A process that dies over an evaluation after it has made others is replaced, and the new one asked once more;
/// one that takes too long, or is interrupted, is killed.
public final class IsolatedObjective implements Objective {
    private static final Logger LOG = LogManager.getLogger(IsolatedObjective.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// The longest answer, in characters: some million epochs.
    private static final int LONGEST_ANSWER = 200_000_000;
    /// The time until a process has loaded the objective.
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final long FOREVER = Duration.ofDays(365).toNanos();

    private final Objective own;
    private final List<String> command;
    private final String greeting;
    private final @Nullable Duration timeout;
    private final Warden warden = Warden.here();
    private final Map<Thread, Server> processes = new ConcurrentHashMap<>();

    /// A process and whether it has answered.
    private record Server(Child child, boolean proven) {}

    /// @param own the same objective in this process, closed with this: it tells the number of folds
    /// @param main the class that is the processes' main one, and calls [#serve]
    /// @param greeting one line that the main class reads first, and that tells which objective to serve
    /// @param timeout the longest time of an evaluation, without the start of its process; null for none
    public IsolatedObjective(Objective own, Class<?> main, String greeting, @Nullable Duration timeout) {
        this.own = own;
        this.command = command(main);
        this.greeting = greeting;
        this.timeout = timeout;
    }

    /// Answers requests until there are no more; for the main class of a process.
    ///
    /// @param requests standard input
    /// @param answers standard output, to which nothing else should be written
    public static void serve(Objective objective, BufferedReader requests, PrintStream answers) throws IOException {
        answers.println(Wire.READY);
        answers.flush();
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.println(Wire.line(answer(objective, Wire.ask(line))));
            answers.flush();
        }
    }

    private static Wire.Told answer(Objective objective, Wire.Ask ask) {
        try {
            FoldResult result = ask.fold() == null
                    ? objective.test(ask.trial()).orElse(null)
                    : objective.evaluate(ask.trial(), ask.fold());
            return new Wire.Told(result, null);
        } catch (EvaluationException e) {
            return new Wire.Told(null, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Wire.Told(null, "it was interrupted");
        }
    }

    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return answer(new Wire.Ask(trial, fold))
                .orElseThrow(() -> new EvaluationException("its process has no result"));
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return answer(new Wire.Ask(trial, null));
    }

    @Override
    public void close() {
        processes.values().forEach(process -> process.child().closeInput());
        processes.values().forEach(process -> process.child().end(PATIENCE));
        processes.clear();
        warden.close();
        own.close();
    }

    private Optional<FoldResult> answer(Wire.Ask ask) throws EvaluationException, InterruptedException {
        return Wire.told(line(ask)).get();
    }

    private String line(Wire.Ask ask) throws EvaluationException, InterruptedException {
        Server process = process();
        try {
            Optional<String> line = converse(process.child(), ask);
            if (line.isEmpty() && process.proven()) {
                LOG.info(
                        "trial {}: its process has ended and is replaced",
                        ask.trial().id());
                forget(process);
                process = process();
                line = converse(process.child(), ask);
            }
            if (line.isEmpty()) {
                throw new EvaluationException(death(process.child()));
            }
            processes.put(Thread.currentThread(), new Server(process.child(), true));
            return line.get();
        } catch (TimeoutException e) {
            forget(process);
            throw new EvaluationException(
                    "no result within " + Objects.requireNonNull(timeout).toMillis() / 1000.0
                            + " s; its process was killed",
                    e);
        } catch (EvaluationException | InterruptedException | RuntimeException e) {
            forget(process);
            throw e;
        }
    }

    private Optional<String> converse(Child child, Wire.Ask ask)
            throws EvaluationException, InterruptedException, TimeoutException {
        child.write(Wire.line(ask), "trial " + ask.trial().id());
        return marked(child, System.nanoTime() + (timeout == null ? FOREVER : timeout.toNanos()));
    }

    /// The next line that is of Mendel's making.
    private static Optional<String> marked(Child child, long deadline)
            throws EvaluationException, InterruptedException, TimeoutException {
        Optional<String> line = child.next(deadline);
        while (line.filter(text -> !Wire.isMarked(text)).isPresent()) {
            LOG.info("the objective prints {}", Answer.shown(line.get()));
            line = child.next(deadline);
        }
        return line;
    }

    private static String death(Child child) throws InterruptedException {
        Optional<Integer> code = child.exitCode(System.nanoTime() + PATIENCE.toNanos());
        Optional<String> signal = child.signal();
        if (signal.isPresent()) {
            return "its process crashed with " + signal.get() + "; the log has what it wrote";
        }
        return "its process "
                + code.map(number -> "ended with exit code " + number).orElse("closed its output")
                + "; the log has what it wrote";
    }

    /// This thread's process, started where it has none that lives.
    private Server process() throws EvaluationException, InterruptedException {
        Server known = processes.get(Thread.currentThread());
        if (known != null && known.child().isAlive()) {
            return known;
        }
        if (known != null) {
            forget(known);
        }
        var process = new Server(start(), false);
        processes.put(Thread.currentThread(), process);
        try {
            process.child().write(greeting, "start");
            if (marked(process.child(), System.nanoTime() + LONGEST_START.toNanos())
                    .isEmpty()) {
                throw new EvaluationException(death(process.child()));
            }
            return process;
        } catch (TimeoutException e) {
            forget(process);
            throw new EvaluationException("a process has not begun after " + LONGEST_START.toMinutes() + " min", e);
        } catch (EvaluationException | InterruptedException e) {
            forget(process);
            throw e;
        }
    }

    private Child start() throws EvaluationException {
        try {
            return Child.start(new Program(command, Path.of("").toAbsolutePath()), "start", warden, LONGEST_ANSWER);
        } catch (IOException e) {
            throw new EvaluationException("a process can't be started: " + e.getMessage(), e);
        }
    }

    private void forget(Server process) {
        process.child().kill();
        processes.remove(Thread.currentThread());
    }

    /// The command of a process like this one: same Java, classes and options, but for agents.
    private static List<String> command(Class<?> main) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agent"))
                .forEach(command::add);
        // a crash is told on standard error, and leaves no files
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
