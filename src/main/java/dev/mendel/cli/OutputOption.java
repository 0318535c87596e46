package dev.mendel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where runs are kept; the same for every command.
final class OutputOption {
    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output",
            description = "folder of all runs (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    Path path() {
        return output;
    }
}
