package dev.mendel.external;

import dev.mendel.external.Pool.Server;
import dev.mendel.trial.EvaluationException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// The processes that evaluate an isolated objective, each a [Host]. Thread-safe.
final class Hosts {
    private static final Logger LOG = LogManager.getLogger(Hosts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// The longest answer, in characters: some million epochs.
    private static final int LONGEST_ANSWER = 200_000_000;
    /// The time until a process has loaded the objective.
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final List<String> command;
    private final String greeting;
    private final Pool pool = new Pool(_ -> true);

    /// @param main the processes' main class
    /// @param greeting the line that it reads first
    Hosts(Class<?> main, String greeting) {
        command = command(main);
        this.greeting = greeting;
    }

    /// A process of the current worker that waits, or else a new one. The caller gives it back, or ends it.
    Server take() throws EvaluationException, InterruptedException {
        Optional<Server> known = pool.take();
        return known.isPresent() ? known.get() : start();
    }

    /// A new process. The caller gives it back, or ends it.
    Server start() throws EvaluationException, InterruptedException {
        Server server = started();
        boolean ready = false;
        try {
            server.child().write(greeting, "start");
            long deadline = System.nanoTime() + LONGEST_START.toNanos();
            if (marked(server.child(), deadline).isEmpty()) {
                throw death(server);
            }
            ready = true;
            return server;
        } catch (TimeoutException e) {
            throw new EvaluationException("a process has not begun after " + LONGEST_START.toMinutes() + " min", e);
        } finally {
            if (!ready) {
                end(server);
            }
        }
    }

    private Server started() throws EvaluationException {
        try {
            return pool.start(new Program(command, Path.of("").toAbsolutePath()), "start", LONGEST_ANSWER);
        } catch (IOException e) {
            throw new EvaluationException("a process can't be started: " + e.getMessage(), e);
        }
    }

    /// Asks for what is answered; empty if the process has ended instead.
    ///
    /// @param about the subject in the log
    /// @param deadline by the clock of [System#nanoTime]
    Optional<Wire.Told> ask(Server server, Wire.Ask ask, String about, long deadline)
            throws EvaluationException, InterruptedException, TimeoutException {
        server.child().write(Wire.line(ask), about);
        return marked(server.child(), deadline).map(Wire::told);
    }

    /// Takes a process back, to be asked again.
    void give(Server server) {
        pool.give(server.proven(System.nanoTime()));
    }

    /// Kills a process.
    void end(Server server) {
        pool.end(server);
    }

    void close() {
        pool.close();
    }

    /// The failure of an evaluation whose process has ended.
    EvaluationException death(Server server) throws InterruptedException {
        Child child = server.child();
        Optional<Integer> code = child.exitCode(System.nanoTime() + PATIENCE.toNanos());
        Optional<String> signal = child.signal();
        String how = signal.map(name -> "crashed with " + name)
                .or(() -> code.map(number -> "ended with exit code " + number))
                .orElse("closed its output");
        return new EvaluationException("its process " + how + "; the log has what it wrote");
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
