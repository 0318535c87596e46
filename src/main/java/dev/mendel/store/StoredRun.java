package dev.mendel.store;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.Sql.Damage;
import dev.mendel.store.StoredTrial.State;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.KnownTrial;
import dev.mendel.trial.evaluate.KnownTrials;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as it was kept, for reading; also while another process writes it. Not thread-safe.
///
/// Opened by [#snapshot], all methods tell of the same moment; opened by [#open], each tells of the moment when
/// it is called. Every method throws [StoreException], with the run's name, if the database can't be read or
/// holds something that no version of Mendel writes.
public final class StoredRun implements AutoCloseable {
    private final RunDirectory directory;
    private final Connection connection;
    private final boolean snapshot;
    private final ManifestTable manifests;
    private final SessionsTable sessions;
    private final TrialsTable trials;
    private final FoldsTable folds;
    private final PopulationTable populations;
    private final TrialReader reader;

    private StoredRun(RunDirectory directory, Connection connection, boolean snapshot) {
        this.directory = directory;
        this.connection = connection;
        this.snapshot = snapshot;
        var sql = new Sql(connection);
        this.manifests = new ManifestTable(sql);
        this.sessions = new SessionsTable(sql);
        this.trials = new TrialsTable(sql);
        this.folds = new FoldsTable(sql);
        this.populations = new PopulationTable(sql);
        this.reader = new TrialReader(sql);
    }

    /// Work on the run from a start to an end, or to a kill.
    ///
    /// @param elapsed how long it took, or has taken so far
    /// @param ending why its search ended; null if it was killed or is still going on
    /// @param cluster the address of the one that evaluated its folds; null for its own machine
    public record Session(
            Instant started,
            int workers,
            Duration elapsed,
            @Nullable Ending ending,
            @Nullable String cluster) {}

    /// Opens a run for reading; each method reads its present state.
    ///
    /// @throws StoreException if it can't be read
    public static StoredRun open(RunDirectory directory) {
        return open(directory, false);
    }

    /// Opens a run for reading its present state. To be closed soon: until then a writer's log can't be merged.
    ///
    /// @throws StoreException if it can't be read
    public static StoredRun snapshot(RunDirectory directory) {
        StoredRun run = open(directory, true);
        try {
            // the first reading decides of which moment all others tell
            run.status();
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private static StoredRun open(RunDirectory directory, boolean snapshot) {
        directory.requireRun();
        try {
            return new StoredRun(directory, Database.openReadOnly(directory.database()), snapshot);
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        }
    }

    /// From now on a trial whose configuration is not of a space is refused: its run can't have asked for it.
    public void expect(SearchSpace space) {
        reader.expect(space);
    }

    public RunDirectory directory() {
        return directory;
    }

    public Manifest manifest() {
        return read(manifests::read);
    }

    public RunStatus status() {
        return read(() -> {
            List<Session> all = sessions.all();
            return new RunStatus(
                    trials.count(State.FINISHED),
                    trials.count(State.FAILED),
                    trials.count(State.STOPPED),
                    trials.count(State.OPEN),
                    populations.lastNumber(),
                    sessions.elapsed(),
                    all.isEmpty() ? null : all.getLast().ending(),
                    RunLock.taken(directory));
        });
    }

    /// All that the run knows of its trials, whose seeds come from that of the experiment.
    public KnownTrials known(Seed experiment) {
        return read(() -> reader.known(experiment));
    }

    /// The checkpoint to go on from, if a generation is complete.
    public Optional<Checkpoint> checkpoint() {
        return read(() -> {
            Optional<Generation> last = populations.lastGeneration();
            return last.isEmpty() ? Optional.empty() : Optional.of(reader.checkpoint(last.get()));
        });
    }

    /// The best finished trials, best first; of equals the one asked for first. Where constraints count too,
    /// those within them come first; of several objectives the first one decides.
    public List<Evaluation> best(int count) {
        return read(() -> reader.best(count, manifests.readGoals()));
    }

    /// Why the last failed trial, by number, has failed; empty where none has.
    public Optional<String> lastFailure() {
        return read(reader::lastFailure);
    }

    public List<Session> sessions() {
        return read(sessions::all);
    }

    /// A trial's result on data that no fold has seen, if it was tested.
    public Optional<FoldResult> test(TrialId trial) {
        return read(() -> folds.test(trial));
    }

    /// The trial of a configuration, if it has an outcome, for another run to take over.
    public Optional<KnownTrial> find(Configuration configuration) {
        return read(() -> reader.known(configuration, directory.name()));
    }

    /// A configuration's result on data that no fold has seen, if it was tested.
    public Optional<FoldResult> test(Configuration configuration) {
        return read(() -> folds.test(configuration));
    }

    /// So many of the finished trials that were evaluated, or all there are, spread evenly over the run.
    public List<Evaluation> sample(int count) {
        return read(() -> reader.sample(count));
    }

    /// The other runs whose finished trials this one takes over.
    public List<String> consulted() {
        return read(manifests::readConsulted);
    }

    /// The group the run belongs to, if it does to one.
    public Optional<Group> group() {
        return read(manifests::readGroup);
    }

    /// The trials that were taken over, with the run of each.
    public Map<TrialId, String> taken() {
        return read(trials::taken);
    }

    /// The epochs of a trial's folds by fold, in order; folds that were told without are missing.
    public Map<Integer, List<FoldResult.Epoch>> epochs(TrialId trial) {
        return read(() -> folds.epochs(trial));
    }

    /// A trial by its number, with the epochs of its folds, if there is such a trial.
    public Optional<StoredTrial> trial(TrialId trial) {
        return read(() -> reader.one(trial));
    }

    /// All trials, in the order in which they were asked for.
    public List<StoredTrial> trials() {
        return read(reader::all);
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
        return read(populations::summaries);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        }
    }

    private <T> T read(Sql.Query<T> query) {
        try {
            T result = query.run();
            if (!snapshot) {
                connection.rollback();
            }
            return result;
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        } catch (Damage | IllegalArgumentException e) {
            throw StoreException.damaged(directory, e);
        }
    }
}
