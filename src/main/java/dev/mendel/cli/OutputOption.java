package dev.mendel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The folder of runs; the same for every command.
final class OutputOption {
    static final String USUAL = "output";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = USUAL,
            description = "folder of all runs (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    /// The option as it has to be typed again; nothing where it is the usual folder.
    String typed() {
        return output.equals(Path.of(USUAL)) ? "" : " --output " + output;
    }

    Path path() {
        return output;
    }
}
