package dev.mendel.report.run;

import dev.mendel.report.Page;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;

/// A search as one HTML page: the experiment, the best, its course, the importance of hyperparameters, the
/// failures; each chart with its numbers.
public final class RunReport {
    /// The file in the run's directory.
    public static final String FILE = "report.html";

    private RunReport() {}

    /// Writes the page into the run's directory, also of a run that is still going on or has found nothing.
    ///
    /// @return the page's file
    public static Path write(StoredRun run, RunDescription description) {
        RunView view = RunView.of(run, description);
        return Page.RUN.write(run.directory().path().resolve(FILE), view.experiment() + " – Mendel", view);
    }
}
