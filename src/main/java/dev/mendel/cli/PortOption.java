package dev.mendel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The port of a server.
final class PortOption {
    private static final int HIGHEST = 65_535;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port of 127.0.0.1 to serve at (default: any that is free)")
    private @Nullable Integer port;

    /// The port; 0 for any that is free.
    int number() {
        int number = port == null ? 0 : port;
        Failures.require(
                spec,
                number >= 0 && number <= HIGHEST,
                "--port: " + number + " is not a whole number from 0 to " + HIGHEST);
        return number;
    }

    boolean isGiven() {
        return port != null;
    }
}
