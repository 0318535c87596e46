package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Precautions;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.RunKind;
import dev.mendel.store.Group;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.Vacancy;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.FoldSite;
import dev.mendel.trial.evaluate.KnownTrials;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Function;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// Opens sessions: everything is checked before a run is changed, and everything opened is closed again if a
/// later step fails.
public final class SessionOpening implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(SessionOpening.class);

    private final SessionSettings settings;
    /// What the caller brings along; null where the experiment says what to load.
    private final @Nullable LoadedObjective brought;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private SessionOpening(SessionSettings settings, @Nullable LoadedObjective brought) {
        this.settings = settings;
        this.brought = brought;
    }

    /// Begins a new run of an experiment.
    ///
    /// @param seed the run's seed
    /// @throws DataException if the data can't be read
    /// @throws ObjectiveException if the objective is not there
    /// @throws StoreException if a run to be asked has another objective, or the run can't be made
    public static RunSession begin(Experiment experiment, RunKind kind, Seed seed, SessionSettings settings)
            throws DataException, ExperimentException, ObjectiveException {
        return begin(experiment, kind, seed, settings, null);
    }

    /// Begins a new run of a group, likewise; null for none.
    public static RunSession begin(
            Experiment experiment, RunKind kind, Seed seed, SessionSettings settings, @Nullable Group group)
            throws DataException, ExperimentException, ObjectiveException {
        try (var opening = new SessionOpening(settings, null)) {
            return opening.begin(
                    new RunPlan(kind, experiment),
                    seed,
                    group,
                    now -> RunDirectory.create(settings.output(), experiment.name(), kind.word(), seed.value(), now));
        }
    }

    /// Begins the run of an objective that the caller brings along, in a directory that the caller names; goes
    /// on with it where it is there, under the experiment's limits.
    ///
    /// @param experiment whose objective is [ObjectiveSettings.Embedded], and whose seed is the run's
    /// @param objective closed by the session
    /// @throws StoreException if the run that is there is of another experiment, a process works on it, or it
    ///     can't be gone on with or made
    public static RunSession enter(
            RunDirectory directory, RunKind kind, Experiment experiment, LoadedObjective objective, int workers) {
        Path output = Objects.requireNonNull(directory.path().toAbsolutePath().getParent());
        try (var opening = new SessionOpening(new SessionSettings(output, workers, null), objective)) {
            var plan = new RunPlan(kind, experiment);
            return directory.isBegun()
                    ? opening.resume(directory, stored -> Resumable.sameBut(directory, stored, plan))
                    : opening.begin(plan, experiment.seed(), null, _ -> Vacancy.at(directory.path()));
        } catch (DataException | ObjectiveException | ExperimentException e) {
            throw new StoreException(directory + ": can't be gone on with: " + e.getMessage(), e);
        }
    }

    /// Goes on with a run.
    ///
    /// @param budget the limits from now on; null to keep those the run has
    /// @throws StoreException if the run can't be gone on with: another process works on it, or the data
    ///     differ. It is then as it was
    /// @throws DataException if the data can't be read
    /// @throws ExperimentException if this version reads the run's experiment otherwise than the one that began
    ///     it
    /// @throws ObjectiveException if the objective is not there
    public static RunSession resume(RunDirectory directory, @Nullable Budget budget, SessionSettings settings)
            throws DataException, ExperimentException, ObjectiveException {
        try (var opening = new SessionOpening(settings, null)) {
            Path moved = settings.directory();
            return opening.resume(directory, stored -> {
                Experiment kept = stored.experiment();
                Experiment here = moved == null
                        ? kept
                        : kept.withObjective(kept.objective().in(moved));
                return budget == null ? here : here.withBudget(budget);
            });
        }
    }

    private RunSession begin(RunPlan plan, Seed seed, @Nullable Group group, Function<Instant, RunDirectory> place)
            throws DataException, ExperimentException, ObjectiveException {
        Experiment experiment = plan.experiment();
        LoadedObjective loaded = load(plan);
        FoldSite site = site(plan, loaded);
        KnownRuns elsewhere = opened(KnownRuns.open(
                settings.known(),
                Landscape.of(experiment, plan.kind(), loaded.dataHash()),
                experiment.stopping(),
                experiment.goals(),
                loaded.objective()));
        Instant now = Instant.now();
        RunDirectory directory = place.apply(now);
        ExperimentFile.keep(directory, experiment);
        var manifest = new Manifest(
                experiment.name(),
                ExperimentFile.text(experiment, directory),
                plan.kind(),
                seed,
                now,
                loaded.dataHash(),
                Provenance.of(loaded, directory),
                experiment.direction(),
                Manifest.ARITHMETIC,
                experiment.goals());
        RunStore store = opened(RunStore.create(directory, manifest, group, settings.workers(), now));
        store.consults(settings.knownNames());
        noteCluster(store);
        return session(directory, plan, seed, store, loaded, site, new KnownTrials(experiment.seed()), elsewhere, null);
    }

    /// The experiment by which a stored run goes on.
    private interface Going {
        Experiment on(RunPlan stored) throws ObjectiveException;
    }

    private RunSession resume(RunDirectory directory, Going going)
            throws DataException, ExperimentException, ObjectiveException {
        RunStore store = opened(RunStore.open(directory));
        StoredRun run = opened(StoredRun.snapshot(directory));
        Manifest manifest = run.manifest();
        Resumable.requireSearch(directory, manifest);
        Experiment stored = ExperimentFile.of(run);
        Experiment experiment = going.on(new RunPlan(manifest.kind(), stored));
        var plan = new RunPlan(manifest.kind(), experiment);
        Resumable.requireSameArithmetic(run, plan);
        boolean retrying = settings.failures() == SessionSettings.Failures.RETRY;
        Resumable.requireRetryable(directory, plan, retrying);
        LoadedObjective loaded = load(plan);
        Resumable.requireSameData(run, loaded);
        FoldSite site = site(plan, loaded);
        SessionSettings asking = settings.withKnownOf(run);
        KnownRuns elsewhere = opened(KnownRuns.open(
                asking.known(),
                Landscape.of(experiment, plan.kind(), loaded.dataHash()),
                experiment.stopping(),
                experiment.goals(),
                loaded.objective()));
        KnownTrials known = run.known(experiment.seed());
        Checkpoint checkpoint = run.checkpoint().orElse(null);
        store.begin(settings.workers(), Instant.now());
        store.consults(asking.knownNames());
        noteCluster(store);
        if (retrying) {
            store.reopenFailed();
            elsewhere.forgetFailures();
            known = known(directory, experiment);
        }
        if (!experiment.equals(stored)) {
            store.rewrite(ExperimentFile.text(experiment, directory));
            ExperimentFile.keep(directory, experiment);
        }
        run.close();
        return session(directory, plan, manifest.seed(), store, loaded, site, known, elsewhere, checkpoint);
    }

    private RunSession session(
            RunDirectory directory,
            RunPlan plan,
            Seed seed,
            RunStore store,
            LoadedObjective loaded,
            FoldSite site,
            KnownTrials known,
            KnownRuns elsewhere,
            @Nullable Checkpoint from) {
        RunLog log = opened(RunLog.of(directory.path()));
        loaded.provenance().forEach((name, value) -> LOG.info("{}: {}", name, value));
        var session = new RunSession(
                directory,
                plan,
                seed,
                store,
                loaded.objective(),
                site,
                known,
                elsewhere,
                from,
                log,
                settings.workers());
        opened.clear();
        return session;
    }

    private void noteCluster(RunStore store) {
        if (settings.cluster() != null) {
            store.at(settings.cluster().address());
        }
    }

    private static KnownTrials known(RunDirectory directory, Experiment experiment) {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return run.known(experiment.seed());
        }
    }

    private LoadedObjective load(RunPlan plan) throws DataException, ObjectiveException {
        ObjectiveSettings objective = plan.experiment().objective();
        if (plan.kind() == RunKind.ROUNDS && !objective.hasRounds()) {
            throw new ObjectiveException("objective: only digit-pairs can be evaluated in rounds of fresh pairs;"
                    + " for others say objective.repeats, and begin a grid");
        }
        LoadedObjective loaded = brought != null
                ? brought
                : objective.load(plan.kind(), plan.experiment().seed(), settings.data());
        Precautions precautions = plan.experiment().precautions();
        LoadedObjective placed = precautions.isolated() ? TrialHost.isolated(loaded, plan, settings.data()) : loaded;
        return opened(ShippedRun.complete(placed, plan.experiment()));
    }

    /// Where the folds are evaluated: here, or by a cluster, which is connected first.
    private FoldSite site(RunPlan plan, LoadedObjective loaded) {
        Cluster cluster = settings.cluster();
        return opened(
                cluster == null
                        ? FoldSite.of(loaded.objective())
                        : cluster.connect(
                                ShippedRun.of(plan, settings.data(), loaded.dataHash()),
                                Math.min(plan.width(loaded.objective()), settings.workers())));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    /// Closes everything opened, the last first, unless a session came of it.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("closing the resources of a session that did not begin", e);
            }
        }
    }
}
