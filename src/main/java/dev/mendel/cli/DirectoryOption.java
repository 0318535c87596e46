package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.run.SessionSettings;
import dev.mendel.trial.ObjectiveException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option for a program or jars that were moved.
final class DirectoryOption {
    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "where the objective's program runs, or its jars are, if they were moved")
    private @Nullable Path directory;

    /// The settings with this directory.
    SessionSettings over(SessionSettings settings) {
        return directory == null
                ? settings
                : settings.withDirectory(directory.toAbsolutePath().normalize());
    }

    /// The experiment with its objective in this directory.
    ///
    /// @throws ObjectiveException if the objective has no directory
    Experiment over(Experiment experiment) throws ObjectiveException {
        return directory == null
                ? experiment
                : experiment.withObjective(
                        experiment.objective().in(directory.toAbsolutePath().normalize()));
    }
}
