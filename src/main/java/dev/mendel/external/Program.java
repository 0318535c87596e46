package dev.mendel.external;

import dev.mendel.trial.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program and its surroundings.
///
/// @param command the program's file and its arguments
/// @param directory where it runs
/// @param environment variables that it gets beside those of this process and its worker; empty for those it
///     does not get
/// @param merged whether what it writes to standard error is written to standard output instead
record Program(List<String> command, Path directory, Map<String, Optional<String>> environment, boolean merged) {
    /// A program in the environment of this process.
    Program(List<String> command, Path directory) {
        this(command, directory, Map.of(), false);
    }

    Process start(Warden warden) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(warden.command(command))
                .directory(directory.toFile())
                .redirectErrorStream(merged);
        builder.environment().putAll(Worker.environment());
        environment.forEach((name, value) -> value.ifPresentOrElse(
                text -> builder.environment().put(name, text),
                () -> builder.environment().remove(name)));
        return builder.start();
    }
}
