package dev.mendel.cli.session;

import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Ending;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The printed account of a session: for people, or for programs.
interface Transcript {
    /// Prints the experiment before the search begins.
    ///
    /// @param page the address of the page that follows it; null where there is none
    void begin(RunSession session, @Nullable String page);

    /// Shows the search while it goes on.
    SearchObserver progress(RunSession session);

    /// Prints the best configuration and the command to go on.
    ///
    /// @param found the best so far; empty where no trial has a score
    /// @param failure why the last trial that failed did so, where it is the reason that nothing was found or
    ///     the run ended; null otherwise
    /// @param report the file of the run's page
    void end(RunSession session, Ending ending, Optional<BestTrial> found, @Nullable String failure, Path report);
}
