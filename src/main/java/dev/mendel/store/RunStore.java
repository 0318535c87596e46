package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchListener;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Writes a run down while it happens. The only writer of its database; not thread-safe, used by the thread
/// that asks for evaluations. Reports are durable when [#caughtUp] returns. A generation is when
/// [#generationFinished] does, unless it took no time worth keeping.
///
/// A write that fails takes back everything since the last commit, and the store writes nothing from then on:
/// the run can be resumed from there. A store that was opened and has begun no session has changed nothing.
public final class RunStore implements SearchListener, AutoCloseable {
    /// Reports within this time of the last commit wait for the next one: a search whose trials cost nothing
    /// would spend its time on commits.
    private static final Duration SOON = Duration.ofMillis(20);

    private final RunLock lock;
    private final Transaction transaction;
    private final ManifestTable manifests;
    private final SessionsTable sessions;
    private final TrialsTable trials;
    private final FoldsTable folds;
    private final PopulationTable populations;
    private final Duration before;
    /// Trials without a row as yet: most have their outcome before the next commit, and are written once.
    private final Map<TrialId, Asked> unwritten = new LinkedHashMap<>();

    private LongSupplier clock = System::nanoTime;
    private long began = System.nanoTime();

    private record Asked(int generation, Trial trial) {}

    private RunStore(RunDirectory directory, RunLock lock, Connection connection) throws SQLException {
        this.lock = lock;
        this.transaction = new Transaction(directory, connection);
        Sql sql = transaction.sql();
        this.manifests = new ManifestTable(sql);
        this.sessions = new SessionsTable(sql);
        this.trials = new TrialsTable(sql);
        this.folds = new FoldsTable(sql);
        this.populations = new PopulationTable(sql);
        this.before = sessions.elapsed();
    }

    /// Begins a new run in an empty directory, and its first session.
    ///
    /// @param group the run's, written in the same commit; null for none
    /// @throws StoreException if it can't be made
    public static RunStore create(
            RunDirectory directory, Manifest manifest, @Nullable Group group, int workers, Instant now) {
        RunStore opened = RunLock.holding(directory, "made", lock -> {
            Connection connection = Database.create(directory.database());
            return Database.closingOnFailure(connection, () -> {
                var store = new RunStore(directory, lock, connection);
                store.manifests.write(manifest, group);
                return store;
            });
        });
        return opened.begin(workers, now);
    }

    /// Opens a run to go on with it. The run is as it was until [#begin].
    ///
    /// @throws StoreException if another process works on it, it is damaged, or it can't be read
    public static RunStore open(RunDirectory directory) {
        directory.requireRun();
        return RunLock.holding(directory, "opened", lock -> {
            Connection connection = Database.open(directory.database());
            return Database.closingOnFailure(connection, () -> {
                boolean older = Database.migrate(connection);
                var store = new RunStore(directory, lock, connection);
                store.populations.restore();
                if (!older) {
                    // ends the reading: writing begins from what is there by then
                    connection.rollback();
                }
                return store;
            });
        });
    }

    /// Begins a session.
    ///
    /// @param now the time to keep as its start
    public RunStore begin(int workers, Instant now) {
        return begin(workers, now, System::nanoTime);
    }

    /// Begins a session.
    ///
    /// @param nanos a clock that only runs forward, which times the session
    RunStore begin(int workers, Instant now, LongSupplier nanos) {
        clock = nanos;
        began = nanos.getAsLong();
        try {
            write(() -> sessions.begin(now, workers));
            caughtUp();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Keeps the address of the cluster that evaluates the session's folds.
    public void at(String cluster) {
        write(() -> sessions.at(cluster));
    }

    /// Sets a listener that is told when writing has to wait for another program.
    public void tell(Consumer<String> listener) {
        transaction.sql().tell(listener);
    }

    /// Time spent on the run so far, in this session and all before it. Called by any thread.
    public Duration elapsed() {
        return before.plus(session());
    }

    @Override
    public void asked(int generation, List<Trial> asked) {
        asked.forEach(trial -> unwritten.put(trial.id(), new Asked(generation, trial)));
        transaction.touch();
    }

    @Override
    public void takenOver(Trial trial, String run) {
        write(() -> trials.takenOver(trial.id(), run));
    }

    @Override
    public void foldFinished(FoldRun run) {
        write(() -> folds.write(run));
    }

    @Override
    public void rungReached(Trial trial, int rung, AtRung there, List<FoldRun> partial) {
        write(() -> {
            trials.reached(trial.id(), rung, there);
            for (FoldRun run : partial) {
                folds.writePartial(run);
            }
        });
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        write(() -> {
            Asked asked = unwritten.remove(trial.id());
            if (asked != null) {
                trials.insert(asked.generation(), trial, outcome);
            } else {
                trials.update(trial.id(), outcome);
            }
            if (outcome instanceof Outcome.Failed(int fold, String _, Duration time, List<AtRung> _)) {
                // with more workers a later fold may have finished first; what is kept must not depend on it
                trials.failed(trial.id(), time);
                folds.dropFrom(trial.id(), fold);
            }
        });
    }

    @Override
    public void generationFinished(Generation generation, GenerationSummary summary) {
        write(() -> populations.write(generation, summary, elapsed()));
        if (transaction.sinceCommit().compareTo(SOON) > 0) {
            caughtUp();
        }
    }

    /// Replaces the experiment's text: its budget has been changed.
    public void rewrite(String text) {
        write(() -> manifests.writeText(text));
        caughtUp();
    }

    /// Keeps, for later sessions, the other runs whose finished trials are taken over.
    ///
    /// @param runs as [RunDirectory#find] finds them
    public void consults(List<String> runs) {
        write(() -> manifests.writeConsulted(runs));
        caughtUp();
    }

    /// Makes failed trials trials without an outcome; those of their folds that succeeded are kept.
    public void reopenFailed() {
        write(trials::reopenFailed);
        caughtUp();
    }

    /// Keeps the result of a found configuration on data that no fold has seen.
    public void tested(Trial trial, FoldResult result) {
        write(() -> folds.writeTest(trial.id(), result));
        caughtUp();
    }

    /// Keeps why this session's search came to its end.
    public void ended(Ending ending) {
        write(() -> sessions.ended(ending));
        caughtUp();
    }

    @Override
    public void caughtUp() {
        transaction.commit(() -> {
            for (Asked asked : unwritten.values()) {
                trials.insert(asked.generation(), asked.trial(), null);
            }
            unwritten.clear();
            sessions.lasted(session());
        });
    }

    @Override
    public void close() {
        try (lock;
                transaction) {
            if (!transaction.broken()) {
                caughtUp();
            }
        }
    }

    private void write(Sql.Writing writing) {
        transaction.write(writing);
    }

    private Duration session() {
        return Duration.ofNanos(clock.getAsLong() - began);
    }
}
