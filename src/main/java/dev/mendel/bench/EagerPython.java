package dev.mendel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The reference training as one writes it in Python, timed in a process of its own.
public sealed interface EagerPython {
    /// The time of a step.
    ///
    /// @param version PyTorch's
    /// @param together both images of all pairs as one batch
    /// @param apart the tower called once for the first images and once for the second
    record Measured(String version, Timing together, Timing apart) implements EagerPython {}

    /// There is no Python with PyTorch here.
    record Missing(String reason) implements EagerPython {}

    /// Times some steps.
    ///
    /// @throws InterruptedException if the thread was interrupted; the process is then ended
    static EagerPython measure(int steps) throws InterruptedException {
        try {
            Process python = new ProcessBuilder("python3", "-", Integer.toString(steps))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return read(python);
        } catch (IOException e) {
            return new Missing("python3 cannot be run: " + e.getMessage());
        }
    }

    private static EagerPython read(Process python) throws IOException, InterruptedException {
        try (InputStream script = EagerPython.class.getResourceAsStream("eager.py");
                var input = python.getOutputStream()) {
            if (script == null) {
                throw new IllegalStateException("eager.py is missing from Mendel's resources");
            }
            script.transferTo(input);
        }
        try {
            String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return python.waitFor() == 0
                    ? parse(List.of(output.strip().split(" ")))
                    : new Missing("python3 has no PyTorch");
        } finally {
            python.destroy();
        }
    }

    private static Measured parse(List<String> words) {
        return new Measured(words.get(0), timing(words.get(1), words.get(2)), timing(words.get(3), words.get(4)));
    }

    private static Timing timing(String processor, String wall) {
        return new Timing(Double.parseDouble(processor), Double.parseDouble(wall));
    }
}
