package dev.mendel.run;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.store.Group;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a run stands.
///
/// @param run the name of its directory
/// @param experiment the experiment's name
/// @param strategy how it searches: `genetic`, `grid`, `random` and others
/// @param state `running`, `killed`, `unreadable`, or why it ended, in one word: `complete`, `time`, `stopped`
/// @param direction whether greater values are better, or smaller ones
/// @param generations the newest one; null where the search has none
/// @param points how many points a grid has; null for other searches, and where nobody has counted them
/// @param stopped how many trials were given up on their way
/// @param best the best value; null where no trial has one
/// @param group the name of the group it belongs to; null for none
/// @param cluster the address of the one that evaluates, or did in the last session; null for none
/// @param note what a person wrote of it; empty for nothing
/// @param problem why it can't be read; null where it can
public record RunSummary(
        String run,
        String experiment,
        String strategy,
        long seed,
        String state,
        Direction direction,
        Instant started,
        double elapsedSeconds,
        @Nullable Long generations,
        long trials,
        @Nullable BigInteger points,
        long failed,
        long stopped,
        @Nullable Double best,
        @Nullable String group,
        @Nullable String cluster,
        String note,
        @Nullable String problem) {

    /// The present state of a run; of one that can't be read, why.
    public static RunSummary of(RunDirectory directory) {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return of(run);
        } catch (StoreException e) {
            return unreadable(directory, String.valueOf(e.getMessage()));
        }
    }

    /// All runs in a folder, by the time they began.
    public static List<RunSummary> all(Path output) {
        return RunDirectory.all(output).stream().map(RunSummary::of).toList();
    }

    private static RunSummary of(StoredRun run) {
        RunStatus status = run.status();
        Direction direction = run.manifest().direction();
        return new RunSummary(
                run.directory().name(),
                run.manifest().experiment(),
                run.manifest().kind().word(),
                run.manifest().seed().value(),
                state(status),
                direction,
                run.manifest().created(),
                status.elapsed().toMillis() / 1000.0,
                status.generations() < 0 ? null : status.generations(),
                status.over(),
                points(run),
                status.failed(),
                status.stopped(),
                run.best(1).stream()
                        .flatMap(evaluation -> evaluation.outcome().score().stream())
                        .map(direction::value)
                        .findFirst()
                        .orElse(null),
                run.group().map(Group::name).orElse(null),
                cluster(run),
                run.directory().note(),
                null);
    }

    private static @Nullable String cluster(StoredRun run) {
        List<StoredRun.Session> sessions = run.sessions();
        return sessions.isEmpty() ? null : sessions.getLast().cluster();
    }

    /// A run that can't be read.
    public static RunSummary unreadable(RunDirectory directory, String why) {
        return new RunSummary(
                directory.name(),
                "",
                "",
                0,
                "unreadable",
                Direction.MAXIMISE,
                Instant.EPOCH,
                0,
                null,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                "",
                why);
    }

    private static @Nullable BigInteger points(StoredRun run) {
        try {
            return Coverage.of(run)
                    .filter(Coverage::counted)
                    .map(Coverage::points)
                    .orElse(null);
        } catch (ExperimentException e) {
            return null; // a later version wrote it
        }
    }

    private static String state(RunStatus status) {
        if (status.active()) {
            return "running";
        }
        return Optional.ofNullable(status.ending())
                .map(ending -> ending.name().toLowerCase(Locale.ROOT))
                .orElse("killed");
    }
}
