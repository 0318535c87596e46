package dev.mendel.external;

import dev.mendel.external.LineReader.Line;
import dev.mendel.trial.EvaluationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// A process that reads and writes lines. Used by one thread at a time; its standard error goes to the log,
/// under the name of the thread that started it.
final class Child {
    private static final Logger LOG = LogManager.getLogger(Child.class);
    private static final Duration LAST_LINES = Duration.ofSeconds(2);
    /// The number of characters that are kept while nobody reads them; after that the process waits.
    private static final int UNREAD = 4_000_000;
    /// The length of a line that the system is sure to take at once.
    private static final int SHORT = 4000;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS);

    private final Process process;
    private final Writer input;
    private final Warden warden;
    private final int longest;
    private final BlockingQueue<Optional<Line>> lines = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(UNREAD);
    private final Thread answers;
    /// What is still being written.
    private CompletableFuture<?> written = CompletableFuture.completedFuture(true);
    private final ErrorLog errors = new ErrorLog();
    private final Thread logging;

    private Child(Process process, String about, Warden warden, int longest) throws IOException {
        this.process = process;
        this.warden = warden;
        this.longest = longest;
        input = process.outputWriter(StandardCharsets.UTF_8);
        errors.begin(about);
        warden.admit(process, input);
        String name = Thread.currentThread().getName();
        logging = pump(name, () -> errors.read(process.errorReader(StandardCharsets.UTF_8)));
        answers = pump(name + "-answers", () -> read(process.inputReader(StandardCharsets.UTF_8)));
        // what the process has started may keep its output open after its end
        var _ = process.onExit().thenRunAsync(this::abandon, LATER);
    }

    /// Starts a process.
    ///
    /// @param about the task, in the log, to which belongs what it writes to standard error at first
    /// @param longest number of characters that its lines on standard output may have
    /// @throws IOException if the system can't start it
    static Child start(Program program, String about, Warden warden, int longest) throws IOException {
        Process process = program.start(warden);
        try {
            return new Child(process, about, warden, longest);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /// Writes a line to the process. If the process has ended, the next read reports it.
    ///
    /// @param about the subject of the line in the log
    void write(String line, String about) {
        errors.begin(about);
        if (line.length() <= SHORT && written.isDone()) {
            put(line);
        } else {
            // a process that does not read it must not stop this thread
            written = written.thenRunAsync(() -> put(line), Thread.ofPlatform().daemon()::start);
        }
    }

    /// Writes a line that the process may leave unread for ever; does not wait for it.
    void writeAside(String line) {
        written = written.thenRunAsync(() -> put(line), Thread.ofVirtual()::start);
    }

    private void put(String line) {
        try {
            input.write(line);
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            LOG.debug("no longer reads", e);
        }
    }

    /// Tells the process that nothing more will come.
    void closeInput() {
        if (written.isDone()) {
            close();
        } else {
            written = written.thenRunAsync(this::close, Thread.ofPlatform().daemon()::start);
        }
    }

    private void close() {
        try {
            input.close();
        } catch (IOException e) {
            LOG.debug("no longer reads", e);
        }
    }

    /// Whether the process has written something that was not asked for.
    boolean hasLines() {
        return lines.stream()
                .anyMatch(line -> line.filter(found -> !found.text().isBlank()).isPresent());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// The next line; empty when there will be none.
    ///
    /// @param deadline by the clock of [System#nanoTime]
    /// @throws TimeoutException if there was none by then
    /// @throws EvaluationException if it is too long
    Optional<String> next(long deadline) throws InterruptedException, TimeoutException, EvaluationException {
        return nextLine(deadline).map(Line::text);
    }

    /// As [#next], with how the line ended.
    Optional<Line> nextLine(long deadline) throws InterruptedException, TimeoutException, EvaluationException {
        Optional<Line> line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null) {
            throw new TimeoutException();
        }
        if (line.filter(Line::cut).isPresent()) {
            throw new EvaluationException("it wrote a line of more than " + longest + " characters: "
                    + Answer.shown(line.get().text()));
        }
        line.ifPresent(read -> room.release(space(read)));
        return line;
    }

    /// The code with which the process ends; waited for, since its output may end first. Empty if it doesn't
    /// end in time.
    Optional<Integer> exitCode(long deadline) throws InterruptedException {
        return process.waitFor(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS)
                ? Optional.of(process.exitValue())
                : Optional.empty();
    }

    /// The last line it wrote to standard error since the last line written to it; for a process that has
    /// ended.
    Optional<String> lastError() throws InterruptedException {
        logging.join(LAST_LINES);
        return errors.last();
    }

    /// The signal of which a Java machine died, as it told on standard error; for a process that has ended.
    Optional<String> signal() throws InterruptedException {
        logging.join(LAST_LINES);
        return errors.signal();
    }

    /// Asks the process to end, and kills it where it does not.
    void end(Duration patience) {
        closeInput();
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /// Ends the process and all that it has started, at once.
    void kill() {
        List<ProcessHandle> started = process.descendants().toList();
        warden.end(process);
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        answers.interrupt();
    }

    /// The part of the room that a line takes.
    private static int space(Line line) {
        return Math.min(line.text().length() + 1, UNREAD);
    }

    private void abandon() {
        warden.end(process);
        lines.add(Optional.empty());
    }

    /// Hands on all lines as they come, and that they have ended.
    private void read(BufferedReader from) throws IOException, InterruptedException {
        var reader = new LineReader(from, longest);
        try {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                room.acquire(space(line.get()));
                lines.add(line);
                if (line.get().cut()) {
                    break;
                }
            }
        } finally {
            lines.add(Optional.empty());
        }
    }

    /// Reads until there is nothing more.
    private interface Reading {
        void run() throws IOException, InterruptedException;
    }

    private static Thread pump(String name, Reading reading) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                reading.run();
            } catch (IOException e) {
                LOG.debug("the process was killed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
