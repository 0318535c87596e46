package dev.mendel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The time until a command ends, run as a process of its own.
public final class StartBenchmark {
    private final String launcher;

    /// @param launcher the command by which a person runs Mendel
    public StartBenchmark(String launcher) {
        this.launcher = launcher;
    }

    /// Seconds from the command to its end.
    ///
    /// @throws IOException if the command can't be started or fails
    public double seconds(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(Arrays.asList(arguments));
        long began = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (code != 0) {
            throw new IOException(String.join(" ", command) + ": ended with exit code " + code);
        }
        return seconds;
    }

    /// The arguments of a run of one trial that takes two training steps: little but start and end.
    public static String[] shortestRun(Path experiment, Path output) {
        return new String[] {
            "evolve",
            experiment.toString(),
            "--trials",
            "1",
            "--quiet",
            "--output",
            output.toString(),
            "--set",
            "objective.digit-pairs={pairs: 4, folds: 2, epochs: 1, batch: 2, tower: reference}"
        };
    }
}
