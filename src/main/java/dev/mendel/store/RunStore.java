package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldRun;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a run down while it happens. The only writer of its database; not thread-safe, used by the thread
/// that asks for evaluations. What was reported is durable when [#caughtUp] returns. A generation is when
/// [#generationFinished] does, unless it took no time worth keeping.
public final class RunStore implements SearchObserver, AutoCloseable {
    /// What took no longer than this to find out can wait for the next commit: a search whose trials cost
    /// nothing would spend its time on commits.
    private static final Duration SOON = Duration.ofMillis(20);

    private final RunDirectory directory;
    private final RunLock lock;
    private final Connection connection;
    private final Statements statements;
    private final Individuals individuals;
    private final Instant started;
    private final Duration before;
    /// Trials without a row as yet: most have their outcome before the next commit, and are written once.
    private final Map<TrialId, Asked> unwritten = new LinkedHashMap<>();

    private boolean dirty;
    private long committed = System.nanoTime();

    private record Asked(int generation, Trial trial) {}

    private RunStore(RunDirectory directory, RunLock lock, Connection connection, Instant now) throws SQLException {
        this.directory = directory;
        this.lock = lock;
        this.connection = connection;
        this.statements = new Statements(connection);
        this.individuals = new Individuals(connection, statements);
        this.started = now;
        this.before = StoredRun.elapsed(connection);
    }

    /// Begins a new run in an empty directory.
    public static RunStore create(RunDirectory directory, Manifest manifest, int workers, Instant now) {
        RunLock lock = RunLock.take(directory);
        try {
            Connection connection = Database.create(directory.database());
            var store = new RunStore(directory, lock, connection, now);
            store.describe(manifest);
            store.beginSession(workers);
            return store;
        } catch (SQLException e) {
            lock.close();
            throw new StoreException(directory + ": the run's database can't be made: " + e.getMessage(), e);
        }
    }

    /// Goes on with a run.
    ///
    /// @throws StoreException if another process works on it, or it can't be read
    public static RunStore open(RunDirectory directory, int workers, Instant now) {
        directory.requireRun();
        RunLock lock = RunLock.take(directory);
        try {
            var store = new RunStore(directory, lock, Database.open(directory.database()), now);
            store.individuals.restore();
            store.beginSession(workers);
            return store;
        } catch (SQLException e) {
            lock.close();
            throw new StoreException(directory + ": the run's database can't be opened: " + e.getMessage(), e);
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    /// Time spent on the run so far, in this session and all before it.
    public Duration elapsed() {
        return before.plus(Duration.between(started, Instant.now()));
    }

    @Override
    public void asked(int generation, List<Trial> trials) {
        trials.forEach(trial -> unwritten.put(trial.id(), new Asked(generation, trial)));
        dirty = true;
    }

    @Override
    public void takenOver(Trial trial, String run) {
        write(() ->
                statements.update("insert into taken values (?, ?)", trial.id().number(), run));
    }

    @Override
    public void foldFinished(FoldRun run) {
        write(() -> {
            long trial = run.trial().id().number();
            FoldResult result = run.result();
            statements.update(
                    "insert into folds (trial, fold, score, measures, worker, started, seconds)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    trial,
                    run.fold(),
                    result.score().value(),
                    ValueText.write(result.measures()),
                    run.worker(),
                    run.started().toString(),
                    result.time().toNanos() / 1e9);
            for (FoldResult.Epoch epoch : result.epochs()) {
                statements.update(
                        "insert into epochs (trial, fold, epoch, loss, measures) values (?, ?, ?, ?, ?)",
                        trial,
                        run.fold(),
                        epoch.number(),
                        epoch.loss(),
                        ValueText.write(epoch.measures()));
            }
        });
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        write(() -> {
            Asked asked = unwritten.remove(trial.id());
            if (asked != null) {
                insert(asked, outcome);
            } else {
                update(trial.id(), outcome);
            }
            if (outcome instanceof Outcome.Failed(int fold, String _, Duration time)) {
                // with more workers a later fold may have finished first; what is kept must not depend on it
                long id = trial.id().number();
                statements.update("insert or replace into failures values (?, ?)", id, time.toNanos() / 1e9);
                statements.update("delete from folds where trial = ? and fold > ?", id, fold);
                statements.update("delete from epochs where trial = ? and fold > ?", id, fold);
            }
        });
    }

    @Override
    public void generationFinished(Generation generation, GenerationSummary summary) {
        write(() -> statements.update(
                "insert into generations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                generation.number(),
                individuals.write(generation),
                summary.best(),
                summary.mean(),
                summary.spread(),
                summary.diversity(),
                summary.trained(),
                summary.remembered(),
                summary.failed(),
                elapsed().toMillis()));
        if (System.nanoTime() - committed > SOON.toNanos()) {
            caughtUp();
        }
    }

    /// Replaces the experiment's text: its budget has been changed.
    public void rewrite(String text) {
        write(() -> statements.update("update manifest set value = ? where name = 'text'", text));
        caughtUp();
    }

    /// Keeps which other runs are asked for what they have finished, for the sessions to come.
    ///
    /// @param runs as [RunDirectory#find] finds them
    public void consults(List<String> runs) {
        write(() -> statements.update("insert or replace into manifest values ('known', ?)", String.join("\n", runs)));
        caughtUp();
    }

    /// Keeps to which group the run belongs.
    public void joins(Group group) {
        write(() -> {
            statements.update("insert or replace into manifest values ('group', ?)", group.name());
            statements.update("insert or replace into manifest values ('group-first', ?)", group.first());
            statements.update("insert or replace into manifest values ('group-count', ?)", group.count());
        });
        caughtUp();
    }

    /// Makes failed trials trials without an outcome; those of their folds that succeeded are kept.
    public void reopenFailed() {
        write(() -> {
            statements.update("delete from taken where trial in (select id from trials where state = 'failed')");
            statements.update("delete from failures where trial in (select id from trials where state = 'failed')");
            statements.update(
                    "update trials set state = 'open', failed_fold = null, reason = null where state = 'failed'");
        });
        caughtUp();
    }

    /// Keeps the result of a found configuration on data that no fold has seen.
    public void tested(Trial trial, FoldResult result) {
        write(() -> statements.update(
                "insert or replace into tests values (?, ?, ?, ?)",
                trial.id().number(),
                result.score().value(),
                ValueText.write(result.measures()),
                result.time().toNanos() / 1e9));
        caughtUp();
    }

    /// Keeps why this session's search came to its end.
    public void ended(Ending ending) {
        write(() -> statements.update(
                "update sessions set ending = ? where id = (select max(id) from sessions)", ending.name()));
        caughtUp();
    }

    @Override
    public void caughtUp() {
        if (!dirty) {
            return;
        }
        try {
            List<Asked> open = List.copyOf(unwritten.values());
            unwritten.clear();
            for (Asked asked : open) {
                insert(asked, null);
            }
            statements.update(
                    "update sessions set elapsed_ms = ? where id = (select max(id) from sessions)",
                    Duration.between(started, Instant.now()).toMillis());
            connection.commit();
            dirty = false;
            committed = System.nanoTime();
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try (lock;
                connection;
                statements) {
            caughtUp();
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    private void describe(Manifest manifest) {
        var entries = Map.of(
                "experiment", manifest.experiment(),
                "text", manifest.text(),
                "strategy", manifest.kind().word(),
                "seed", Long.toString(manifest.seed().value()),
                "created", manifest.created().toString(),
                "data", manifest.dataHash(),
                "direction", manifest.direction().name(),
                "arithmetic", Integer.toString(manifest.arithmetic()));
        write(() -> {
            for (var entry : entries.entrySet()) {
                statements.update("insert into manifest values (?, ?)", entry.getKey(), entry.getValue());
            }
            for (var entry : manifest.provenance().entrySet()) {
                statements.update("insert into provenance values (?, ?)", entry.getKey(), entry.getValue());
            }
        });
    }

    /// @param outcome null for a trial that has none
    private void insert(Asked asked, @Nullable Outcome outcome) throws SQLException {
        Trial trial = asked.trial();
        statements.update(
                "insert into trials (id, generation, configuration, seed, state, score, failed_fold, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                trial.id().number(),
                asked.generation(),
                trial.configuration().json(),
                trial.seed().value(),
                outcome == null ? "open" : state(outcome),
                outcome instanceof Outcome.Finished finished ? finished.mean() : null,
                outcome instanceof Outcome.Failed failed ? failed.fold() : null,
                outcome instanceof Outcome.Failed failed ? failed.reason() : null);
    }

    private void update(TrialId trial, Outcome outcome) throws SQLException {
        statements.update(
                "update trials set state = ?, score = ?, failed_fold = ?, reason = ? where id = ?",
                state(outcome),
                outcome instanceof Outcome.Finished finished ? finished.mean() : null,
                outcome instanceof Outcome.Failed failed ? failed.fold() : null,
                outcome instanceof Outcome.Failed failed ? failed.reason() : null,
                trial.number());
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> "finished";
            case Outcome.Failed _ -> "failed";
        };
    }

    private void beginSession(int workers) {
        write(() -> statements.update(
                "insert into sessions (started, workers) values (?, ?)", started.toString(), workers));
        caughtUp();
    }

    private void write(Statements.Writing writing) {
        try {
            writing.run();
            dirty = true;
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    private StoreException unwritable(SQLException e) {
        return new StoreException(directory + ": the run's database can't be written: " + e.getMessage(), e);
    }
}
