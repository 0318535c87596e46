package dev.mendel.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// A process that reads and writes lines. Used by one thread at a time; its standard error goes to the log,
/// under the name of the thread that started it.
final class Child {
    private static final Logger LOG = LogManager.getLogger("program");
    private static final Duration LAST_LINES = Duration.ofSeconds(2);
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS);

    private final Process process;
    private final Writer input;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final Thread errors;
    private volatile String task = "";
    private volatile @Nullable String lastError;

    private Child(Process process) {
        this.process = process;
        input = process.outputWriter(StandardCharsets.UTF_8);
        String name = Thread.currentThread().getName();
        errors = pump(name, process.errorReader(StandardCharsets.UTF_8), this::log);
        pump(name + "-answers", process.inputReader(StandardCharsets.UTF_8), lines::add);
        // what the process has started may keep its output open after its end
        var _ = process.onExit().thenRunAsync(() -> lines.add(Optional.empty()), LATER);
    }

    /// Starts a process.
    ///
    /// @throws IOException if the system can't start it
    static Child start(List<String> command, Path directory) throws IOException {
        return new Child(
                new ProcessBuilder(command).directory(directory.toFile()).start());
    }

    /// Writes a line to the process. If the process has ended, the next read reports it.
    ///
    /// @param about the subject of the line in the log
    void write(String line, String about) {
        task = about;
        lastError = null;
        try {
            input.write(line);
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            LOG.debug("{} no longer reads", about, e);
        }
    }

    /// Tells the process that nothing more will come.
    void closeInput() {
        try {
            input.close();
        } catch (IOException e) {
            LOG.debug("no longer reads", e);
        }
    }

    /// Whether the process has written something that was not asked for.
    boolean hasLines() {
        return lines.stream()
                .anyMatch(line -> line.filter(text -> !text.isBlank()).isPresent());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// The next line that isn't blank; empty when there will be none.
    ///
    /// @param deadline by the clock of [System#nanoTime]
    /// @throws TimeoutException if there was none by then
    Optional<String> next(long deadline) throws InterruptedException, TimeoutException {
        while (true) {
            Optional<String> line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new TimeoutException();
            }
            if (line.isEmpty() || !line.get().isBlank()) {
                return line;
            }
        }
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
        errors.join(LAST_LINES);
        return Optional.ofNullable(lastError);
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
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private void log(Optional<String> line) {
        if (line.isPresent() && !line.get().isBlank()) {
            LOG.info("{}: {}", task, line.get());
            lastError = line.get();
        }
    }

    /// Hands on all lines as they come, and that they have ended.
    private static Thread pump(String name, BufferedReader from, Consumer<Optional<String>> to) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try (from) {
                from.lines().map(Optional::of).forEach(to);
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("the process was killed", e);
            }
            to.accept(Optional.empty());
        });
    }
}
