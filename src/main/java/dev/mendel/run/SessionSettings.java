package dev.mendel.run;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// The settings of a session that do not change its result: workers, observers, known runs.
///
/// @param output the folder of all runs
/// @param workers how many folds are evaluated at once
/// @param data the folder of data; null for the data that come with the program
/// @param known runs of the same objective, to be asked for their finished trials
/// @param failures the treatment of trials that failed in earlier sessions
/// @param directory where the objective's program or jars are now; null where they were
/// @param cluster where folds are evaluated; null for this process
public record SessionSettings(
        Path output,
        int workers,
        @Nullable Path data,
        List<RunDirectory> known,
        Failures failures,
        @Nullable Path directory,
        @Nullable Cluster cluster) {
    private static final Logger LOG = LogManager.getLogger(SessionSettings.class);

    /// The treatment of trials that failed in earlier sessions.
    public enum Failures {
        /// They stay failed.
        KEEP,
        /// They are tried again, where nothing was decided by their failing.
        RETRY
    }

    public SessionSettings {
        known = List.copyOf(known);
    }

    /// Asking no other runs, and keeping failures.
    public SessionSettings(Path output, int workers, @Nullable Path data) {
        this(output, workers, data, List.of(), Failures.KEEP, null, null);
    }

    /// With program or jars of the objective in another directory.
    public SessionSettings withDirectory(Path other) {
        return new SessionSettings(output, workers, data, known, failures, other, cluster);
    }

    /// With a cluster that evaluates the folds; null for this process.
    public SessionSettings withCluster(@Nullable Cluster other) {
        return new SessionSettings(output, workers, data, known, failures, directory, other);
    }

    /// Asking those runs too that another run asked before and that are still there.
    public SessionSettings withKnownOf(StoredRun run) {
        var directories = new LinkedHashSet<>(known);
        for (String name : run.consulted()) {
            try {
                directories.add(RunDirectory.find(output, name));
            } catch (StoreException e) {
                LOG.warn("{}: its finished trials are no longer taken over: {}", name, e.getMessage());
            }
        }
        return new SessionSettings(output, workers, data, List.copyOf(directories), failures, directory, cluster);
    }

    /// The runs to be asked as they will be found again: by name in the folder of all runs, elsewhere by
    /// path.
    List<String> knownNames() {
        Path folder = output.toAbsolutePath().normalize();
        return known.stream()
                .map(run -> run.path().toAbsolutePath().normalize())
                .map(path -> (folder.equals(path.getParent()) ? path.getFileName() : path).toString())
                .toList();
    }
}
