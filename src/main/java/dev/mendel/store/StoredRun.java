package dev.mendel.store;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.KnownTrial;
import dev.mendel.trial.Seed;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.KnownTrials;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as it was kept, for reading; also while another process writes it. Each method reads the database's
/// state when it is called. Not thread-safe.
public final class StoredRun implements AutoCloseable {
    private final RunDirectory directory;
    private final Connection connection;
    private final RunReader reader;
    private final PopulationReader populations;

    private StoredRun(RunDirectory directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
        this.reader = new RunReader(connection);
        this.populations = new PopulationReader(reader);
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

    /// Work on the run from a start to an end, or to a kill.
    ///
    /// @param elapsed how long it took, or has taken so far
    /// @param ending why its search ended; null if it was killed or is still going on
    public record Session(
            Instant started,
            int workers,
            Duration elapsed,
            @Nullable Ending ending) {}

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
                    kind(entry(entries, "strategy")),
                    new Seed(Long.parseLong(entry(entries, "seed"))),
                    Instant.parse(entry(entries, "created")),
                    entry(entries, "data"),
                    reader.texts("provenance"),
                    // runs from before there were two of either have no entry
                    Direction.valueOf(entries.getOrDefault("direction", Direction.MAXIMISE.name())),
                    Integer.parseInt(entries.getOrDefault("arithmetic", "1")));
        });
    }

    private RunKind kind(String word) {
        return RunKind.find(word)
                .orElseThrow(() -> new StoreException(directory + ": this version knows no runs of kind \"" + word
                        + "\"; read it with the version that made it"));
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
    public KnownTrials ledger(Seed experiment) {
        return read(() -> {
            var ledger = new KnownTrials(experiment);
            reader.evaluations().forEach(ledger::restore);
            reader.unfinished().forEach(ledger::restore);
            return ledger;
        });
    }

    /// Where the search goes on, if a generation is complete.
    public Optional<Checkpoint> checkpoint() {
        return read(() -> {
            Optional<Generation> last = populations.lastGeneration();
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

    /// The sessions, in order.
    public List<Session> sessions() {
        return read(() -> reader.query(
                "select started, workers, elapsed_ms, ending from sessions order by id",
                row -> new Session(
                        Instant.parse(row.getString(1)),
                        row.getInt(2),
                        Duration.ofMillis(row.getLong(3)),
                        row.getString(4) == null ? null : Ending.valueOf(row.getString(4)))));
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

    /// The trial of a configuration, if it has an outcome, for another run to take over.
    public Optional<KnownTrial> find(Configuration configuration) {
        return read(() -> reader.known(configuration, directory.name()));
    }

    /// What a configuration has come to on data that no fold has seen, if that was tried.
    public Optional<FoldResult> test(Configuration configuration) {
        return read(() -> reader.query(
                        "select tests.score, measures, seconds from tests join trials on trials.id = tests.trial"
                                + " where configuration = ?",
                        row -> RunReader.result(row, 1),
                        configuration.json()))
                .stream()
                .findFirst();
    }

    /// So many of the finished trials, or all if there are no more, spread evenly over the run.
    public List<Evaluation> sample(int count) {
        return read(() -> reader.sample(count));
    }

    /// Which other runs this one asks for what they have finished.
    public List<String> consulted() {
        return read(() -> reader.texts("manifest").getOrDefault("known", ""))
                .lines()
                .toList();
    }

    /// The group the run belongs to, if it does to one.
    public Optional<Group> group() {
        return read(() -> {
            Map<String, String> entries = reader.texts("manifest");
            return entries.containsKey("group")
                    ? Optional.of(new Group(
                            entry(entries, "group"),
                            Long.parseLong(entry(entries, "group-first")),
                            Integer.parseInt(entry(entries, "group-count"))))
                    : Optional.empty();
        });
    }

    /// Which trials were taken over, and from which run.
    public Map<TrialId, String> taken() {
        return read(reader::taken);
    }

    /// What each epoch of a trial's folds said: a list for each fold, in order.
    public List<List<FoldResult.Epoch>> epochs(TrialId trial) {
        return read(() -> List.copyOf(reader.epochs(trial).values()));
    }

    /// All trials, in the order in which they were asked for.
    public List<StoredTrial> trials() {
        return read(reader::trials);
    }

    /// All that were ever born, in order.
    public List<StoredIndividual> individuals() {
        return read(populations::individuals);
    }

    /// The numbers of each generation's members, by generation.
    public List<List<Long>> members() {
        return read(populations::members);
    }

    /// The generations in numbers, in order.
    public List<GenerationSummary> generations() {
        return read(() -> reader.query(
                "select number, best, mean, spread, diversity, trained, remembered, failed from generations"
                        + " order by number",
                row -> new GenerationSummary(
                        row.getInt(1),
                        RunReader.real(row.getObject(2)),
                        RunReader.real(row.getObject(3)),
                        RunReader.real(row.getObject(4)),
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
}
