package dev.mendel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The same training in Python, by eager PyTorch, as a process that waits for its turns.
final class PythonBaseline implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;
    private final String version;

    private PythonBaseline(Process process, BufferedReader out, String version) {
        this.process = process;
        this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.out = out;
        this.version = version;
    }

    /// Starts it; empty where there is no Python with PyTorch.
    static Optional<PythonBaseline> start() {
        try {
            Path script = Files.createTempFile("reference", ".py");
            try (InputStream text = PythonBaseline.class.getResourceAsStream("reference_training.py")) {
                Files.write(script, Objects.requireNonNull(text).readAllBytes());
            }
            Process process = new ProcessBuilder("python3", script.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String version = out.readLine();
            Files.delete(script);
            return version == null ? Optional.empty() : Optional.of(new PythonBaseline(process, out, version));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// PyTorch's version.
    String version() {
        return version;
    }

    /// The milliseconds of a step.
    double step(int epochs) {
        in.println(epochs);
        try {
            return Double.parseDouble(Objects.requireNonNull(out.readLine(), "the Python process has ended"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
