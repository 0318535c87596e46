package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.report.results.RoundsReport;
import dev.mendel.report.run.RunDescription;
import dev.mendel.report.run.RunReport;
import dev.mendel.report.run.Subject;
import dev.mendel.search.RunKind;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;

/// A run as a page for people.
public final class RunPage {
    private RunPage() {}

    /// Writes a stored run as a page into its directory.
    ///
    /// @return the page's file
    public static Path write(StoredRun run, Experiment experiment) {
        return run.manifest().kind() == RunKind.ROUNDS
                ? RoundsReport.write(run, experiment.description(), experiment.reported())
                : RunReport.write(
                        run,
                        new RunDescription(
                                experiment.description(),
                                experiment.space(),
                                experiment.budget(),
                                subject(experiment.objective())));
    }

    private static Subject subject(ObjectiveSettings objective) {
        return switch (objective) {
            case ObjectiveSettings.DigitPairs _ -> Subject.PAIRS;
            case ObjectiveSettings.Command _ -> Subject.PROGRAM;
            case ObjectiveSettings.Java _, ObjectiveSettings.Embedded _ -> Subject.FUNCTION;
        };
    }
}
