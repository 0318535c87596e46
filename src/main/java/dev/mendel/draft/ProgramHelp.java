package dev.mendel.draft;

import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks programs for their help.
public final class ProgramHelp {
    /// For so long a help text is waited for.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /// No help text is longer.
    private static final int MOST_BYTES = 1_000_000;

    private ProgramHelp() {}

    /// What a command says when `--help` stands at its end, whatever its exit code: all that it writes;
    /// empty where it takes longer than [#PATIENCE].
    ///
    /// @throws ObjectiveException if there is no such program
    /// @throws InterruptedException if the thread is interrupted; the program is killed then too
    public static Optional<String> of(List<String> command) throws ObjectiveException, InterruptedException {
        var words = new ArrayList<>(command);
        words.add("--help");
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new ObjectiveException(command.getFirst() + ": can't be run: " + e.getMessage(), e);
        }
        CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process));
        try {
            process.getOutputStream().close();
            boolean over = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return over ? Optional.of(text.get(1, TimeUnit.SECONDS)) : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            // it was there, and has said nothing that could be read
            return Optional.of("");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
