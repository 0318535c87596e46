package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The option for the experiment file of a command.
final class FileOption {
    @Parameters(paramLabel = "EXPERIMENT", description = "the experiment's file (YAML)")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "say something else than the file does, as evolution.population=20; may be repeated")
    private List<String> overrides = List.of();

    Path path() {
        return file;
    }

    Experiment read() throws ExperimentException {
        return ExperimentFile.read(file, overrides);
    }
}
