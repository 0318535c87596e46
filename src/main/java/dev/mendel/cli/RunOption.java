package dev.mendel.cli;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The run that a command looks at.
final class RunOption {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            description = "the run's directory, its name or the name's beginning, or `latest`")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Mixin
    private OutputOption output = new OutputOption();

    RunDirectory directory() {
        return RunDirectory.find(output.path(), run);
    }

    /// Opens the run for reading.
    StoredRun open() {
        return StoredRun.snapshot(directory());
    }
}
