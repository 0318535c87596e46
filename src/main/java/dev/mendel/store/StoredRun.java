package dev.mendel.store;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Ledger;
import dev.mendel.trial.Seed;
import dev.mendel.trial.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A run as it was kept, for reading; also while another process writes it. Each method reads the database's
/// state when it is called. Not thread-safe.
public final class StoredRun implements AutoCloseable {
    private final RunDirectory directory;
    private final Connection connection;
    private final RunReader reader;

    private StoredRun(RunDirectory directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
        this.reader = new RunReader(connection);
    }

    /// Some reading that may fail.
    private interface Query<T> {
        T run() throws SQLException;
    }

    /// How many trials are in which state, and how far the run has come.
    ///
    /// @param ending why the last session's search ended; null if it was killed or is still going on
    /// @param active whether a process works on the run right now
    public record Status(
            long finished,
            long failed,
            long open,
            long generations,
            Duration elapsed,
            @Nullable Ending ending,
            boolean active) {}

    /// Opens a run for reading.
    ///
    /// @throws StoreException if it can't be read
    public static StoredRun open(RunDirectory directory) {
        directory.requireRun();
        try {
            return new StoredRun(directory, Database.openReadOnly(directory.database()));
        } catch (SQLException e) {
            throw new StoreException(directory + ": the run's database can't be read: " + e.getMessage(), e);
        }
    }

    public RunDirectory directory() {
        return directory;
    }

    /// What the run is.
    public Manifest manifest() {
        return read(() -> {
            Map<String, String> entries = reader.texts("manifest");
            return new Manifest(
                    entry(entries, "experiment"),
                    entry(entries, "text"),
                    entry(entries, "strategy"),
                    new Seed(Long.parseLong(entry(entries, "seed"))),
                    Instant.parse(entry(entries, "created")),
                    entry(entries, "data"),
                    reader.texts("provenance"),
                    // runs from before there were two have no entry
                    Direction.valueOf(entries.getOrDefault("direction", Direction.MAXIMISE.name())));
        });
    }

    /// How the run stands.
    public Status status() {
        return read(() -> {
            List<String> endings = reader.query(
                    "select coalesce(ending, '') from sessions order by id desc limit 1", row -> row.getString(1));
            return new Status(
                    reader.number("select count(*) from trials where state = 'finished'"),
                    reader.number("select count(*) from trials where state = 'failed'"),
                    reader.number("select count(*) from trials where state = 'open'"),
                    reader.number("select coalesce(max(number), -1) from generations"),
                    elapsed(connection),
                    endings.isEmpty() || endings.getFirst().isEmpty() ? null : Ending.valueOf(endings.getFirst()),
                    RunLock.taken(directory));
        });
    }

    /// All that the run knows of its trials.
    ///
    /// @param experiment the experiment's seed
    public Ledger ledger(Seed experiment) {
        return read(() -> {
            var ledger = new Ledger(experiment);
            reader.evaluations().forEach(ledger::restore);
            reader.unfinished().forEach(ledger::restore);
            return ledger;
        });
    }

    /// Where the search goes on, if a generation is complete.
    public Optional<Checkpoint> checkpoint() {
        return read(() -> {
            Optional<Generation> last = reader.lastGeneration();
            if (last.isEmpty()) {
                return Optional.empty();
            }
            List<Evaluation> known = reader.evaluations().stream()
                    .filter(evaluation -> evaluation.generation() <= last.get().number())
                    .toList();
            return Optional.of(new Checkpoint(last.get(), known));
        });
    }

    /// The best finished trials, best first; of equals the one asked for first.
    public List<Evaluation> best(int count) {
        return read(() -> reader.best(count));
    }

    /// What a trial's configuration has come to on data that no fold has seen, if that was tried.
    public Optional<FoldResult> test(TrialId trial) {
        return read(() -> reader
                .query(
                        "select score, measures, seconds from tests where trial = ?",
                        row -> RunReader.result(row, 1),
                        trial.number())
                .stream()
                .findFirst());
    }

    /// What each epoch of a trial's folds said: a list for each fold, in order.
    public List<List<FoldResult.Epoch>> epochs(TrialId trial) {
        return read(() -> {
            var folds = new TreeMap<Integer, List<FoldResult.Epoch>>();
            reader.query(
                    "select fold, epoch, loss, measures from epochs where trial = ? order by fold, epoch",
                    row -> folds.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                            .add(new FoldResult.Epoch(
                                    row.getInt(2), real(row.getObject(3)), ValueText.measures(row.getString(4)))),
                    trial.number());
            return List.copyOf(folds.values());
        });
    }

    /// The generations in numbers, in order.
    public List<GenerationSummary> generations() {
        return read(() -> reader.query(
                "select number, best, mean, spread, diversity, trained, remembered, failed from generations"
                        + " order by number",
                row -> new GenerationSummary(
                        row.getInt(1),
                        real(row.getObject(2)),
                        real(row.getObject(3)),
                        real(row.getObject(4)),
                        row.getDouble(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8))));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static Duration elapsed(Connection connection) throws SQLException {
        return Duration.ofMillis(new RunReader(connection).number("select coalesce(sum(elapsed_ms), 0) from sessions"));
    }

    private <T> T read(Query<T> query) {
        try {
            T result = query.run();
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private StoreException unreadable(SQLException e) {
        return new StoreException(directory + ": the run's database can't be read: " + e.getMessage(), e);
    }

    private String entry(Map<String, String> entries, String name) {
        String value = entries.get(name);
        if (value == null) {
            throw new StoreException(directory + ": the run's manifest has no " + name);
        }
        return value;
    }

    private static double real(@Nullable Object number) {
        return number instanceof Number real ? real.doubleValue() : Double.NaN;
    }
}
