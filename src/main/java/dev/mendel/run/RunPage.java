package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.report.results.RoundsReport;
import dev.mendel.report.run.RunReport;
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
                : RunReport.write(run, experiment.description(), experiment.space(), experiment.budget());
    }
}
