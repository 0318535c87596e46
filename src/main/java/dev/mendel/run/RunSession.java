package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.RunKind;
import dev.mendel.search.Search;
import dev.mendel.search.SearchObserver;
import dev.mendel.store.Group;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// One session of work on a run, from where it stands to where its budget or somebody ends it. [#search] and
/// [#conclude] are called by one thread, [#stop] by any.
public final class RunSession implements AutoCloseable {

    private static final Logger LOG = LogManager.getLogger(RunSession.class);

    private final RunDirectory directory;
    private final Experiment experiment;
    private final RunKind kind;
    private final Seed seed;
    private final RunStore store;
    private final RunLog log;
    private final Objective objective;
    private final KnownTrials ledger;
    private final KnownRuns elsewhere;
    private final long known;
    private final @Nullable Checkpoint from;
    private final int workers;
    private volatile @Nullable LocalEvaluator evaluator;
    private volatile @Nullable Thread concluding;
    private volatile boolean stopped;

    private RunSession(
            RunDirectory directory,
            Experiment experiment,
            RunKind kind,
            Seed seed,
            RunStore store,
            LoadedObjective loaded,
            KnownTrials ledger,
            KnownRuns elsewhere,
            @Nullable Checkpoint from,
            int workers) {
        this.directory = directory;
        this.experiment = experiment;
        this.kind = kind;
        this.seed = seed;
        this.store = store;
        this.objective = loaded.objective();
        this.ledger = ledger;
        this.elsewhere = elsewhere;
        ledger.consult(elsewhere::find);
        this.log = new RunLog(directory.path());
        loaded.provenance().forEach((name, value) -> LOG.info("{}: {}", name, value));
        this.known = ledger.finished();
        this.from = from;
        this.workers = workers;
    }

    /// Begins a new run of an experiment.
    ///
    /// @param seed the run's seed
    /// @throws DataException if the data can't be read
    /// @throws ObjectiveException if the objective is not there
    /// @throws StoreException if a run to be asked has another objective
    public static RunSession begin(Experiment experiment, RunKind kind, Seed seed, SessionSettings means)
            throws DataException, ExperimentException, ObjectiveException {
        LoadedObjective loaded = load(experiment, kind, means.data());
        KnownRuns elsewhere =
                KnownRuns.open(means.known(), Landscape.of(experiment, kind, loaded.dataHash()), loaded.objective());
        Instant now = Instant.now();
        RunDirectory directory = RunDirectory.create(means.output(), experiment.name(), kind.word(), seed.value(), now);
        writeExperiment(directory, experiment);
        var manifest = new Manifest(
                experiment.name(),
                ExperimentFile.text(experiment),
                kind,
                seed,
                now,
                loaded.dataHash(),
                Provenance.of(loaded),
                experiment.direction(),
                Manifest.ARITHMETIC);
        RunStore store = RunStore.create(directory, manifest, means.workers(), now);
        store.consults(means.knownNames());
        return new RunSession(
                directory,
                experiment,
                kind,
                seed,
                store,
                loaded,
                new KnownTrials(experiment.seed()),
                elsewhere,
                null,
                means.workers());
    }

    /// Goes on with a run.
    ///
    /// @param budget the limits from now on; null to keep those the run has
    /// @throws StoreException if the run can't be gone on with: another process works on it, or the data differ
    /// @throws DataException if the data can't be read
    /// @throws ExperimentException if this version reads the run's experiment otherwise than the one that began
    ///     it
    /// @throws ObjectiveException if the objective is not there
    public static RunSession resume(RunDirectory directory, @Nullable Budget budget, SessionSettings means)
            throws DataException, ExperimentException, ObjectiveException {
        RunStore store = RunStore.open(directory, means.workers(), Instant.now());
        try (StoredRun run = StoredRun.open(directory)) {
            Manifest manifest = run.manifest();
            Experiment kept = ExperimentFile.of(run);
            Experiment experiment = budget == null ? kept : kept.withBudget(budget);
            RunKind kind = manifest.kind();
            requireSameArithmetic(run, experiment, kind);
            LoadedObjective loaded = load(experiment, kind, means.data());
            boolean retrying = means.failures() == SessionSettings.Failures.RETRY;
            if (retrying && kind == RunKind.EVOLUTION) {
                throw new StoreException(directory + ": an evolution has bred on from what failed, so its failed trials"
                        + " can't be tried again; those of grids, random searches and rounds can");
            }
            if (!loaded.dataHash().equals(manifest.dataHash())) {
                throw new StoreException(directory + ": the run had other data or another program ("
                        + manifest.dataHash() + ") than it would have now (" + loaded.dataHash() + ")");
            }
            SessionSettings asking = means.withKnownOf(run);
            KnownRuns elsewhere = KnownRuns.open(
                    asking.known(), Landscape.of(experiment, kind, loaded.dataHash()), loaded.objective());
            store.consults(asking.knownNames());
            if (retrying) {
                store.reopenFailed();
                elsewhere.forgetFailures();
            }
            if (budget != null) {
                store.rewrite(ExperimentFile.text(experiment));
                writeExperiment(directory, experiment);
            }
            return new RunSession(
                    directory,
                    experiment,
                    kind,
                    manifest.seed(),
                    store,
                    loaded,
                    run.ledger(experiment.seed()),
                    elsewhere,
                    run.checkpoint().orElse(null),
                    means.workers());
        } catch (RuntimeException | DataException | ExperimentException | ObjectiveException e) {
            store.close();
            throw e;
        }
    }

    public RunDirectory directory() {
        return directory;
    }

    public Experiment experiment() {
        return experiment;
    }

    /// What is done with it.
    public RunKind kind() {
        return kind;
    }

    /// How it is done.
    public RunPlan plan() {
        return new RunPlan(kind, experiment);
    }

    /// How many folds each trial has; for rounds, how many of them.
    public int folds() {
        return objective.folds();
    }

    /// How many trials had an outcome before this session.
    public long knownTrials() {
        return known;
    }

    /// How many trials of the run were taken over, by the name of the run that had finished them.
    public Map<String, Long> takenOver() {
        try (StoredRun run = StoredRun.open(directory)) {
            return run.taken().values().stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    /// Makes the run one of a group.
    public void joins(Group group) {
        store.joins(group);
    }

    /// What the run has tried of its grid; empty for one that searches instead.
    public Optional<Coverage> coverage() {
        try (StoredRun run = StoredRun.open(directory)) {
            return Coverage.of(kind, experiment, run.status());
        }
    }

    /// Time spent on the run so far, in this session and all before it.
    public Duration elapsed() {
        return store.elapsed();
    }

    /// Searches to the end, or until [#stop].
    ///
    /// @param watcher told of everything after it is durable
    public Ending search(SearchObserver watcher) {
        SearchObserver observer = SearchObserver.all(List.of(store, watcher));
        Budget budget = experiment.budget();
        var limits = new Limits(budget.trials(), () -> store.elapsed().compareTo(budget.time()) >= 0);
        try (var local = new LocalEvaluator(objective, ledger, workers, limits, observer)) {
            evaluator = local;
            if (stopped) {
                local.stop();
            }
            var search = new Search(experiment.space(), seed, experiment.initial(), budget, from, local, observer);
            LOG.info("session begins: {} known trials, {} workers", known, workers);
            Ending ending = plan().strategy(seed).search(search);
            store.ended(ending);
            LOG.info("session ends: {}", ending);
            return ending;
        } finally {
            evaluator = null;
        }
    }

    /// The best the run has found so far, with its test if it was tested.
    public Optional<BestTrial> best() {
        try (StoredRun run = StoredRun.open(directory)) {
            return run.best(1).stream()
                    .findFirst()
                    .map(evaluation -> new BestTrial(
                            evaluation, run.test(evaluation.trial().id()).orElse(null), null));
        }
    }

    /// The best the run has found, tried on data that no fold has seen if there are such data and it has not
    /// been yet.
    ///
    /// @throws InterruptedException if [#stop] was called meanwhile
    public Optional<BestTrial> conclude() throws InterruptedException {
        concluding = Thread.currentThread();
        if (stopped) {
            throw new InterruptedException("stopped");
        }
        try {
            Optional<BestTrial> best = best();
            return best.isEmpty() || best.get().test() != null
                    ? best
                    : Optional.of(tested(best.get().evaluation()));
        } finally {
            concluding = null;
        }
    }

    /// The run as it stands as a page, written into its directory.
    ///
    /// @return the page's file
    public Path report() {
        try (StoredRun run = StoredRun.open(directory)) {
            return RunPage.write(run, experiment);
        }
    }

    /// Makes a search that is going on, or about to, end soon with [Ending#STOPPED], and [#conclude] give up.
    public void stop() {
        stopped = true;
        LocalEvaluator local = evaluator;
        if (local != null) {
            local.stop();
        }
        Thread thread = concluding;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void close() {
        try {
            objective.close();
        } finally {
            elsewhere.close();
            store.close();
            log.close();
        }
    }

    private BestTrial tested(Evaluation evaluation) throws InterruptedException {
        try {
            Optional<FoldResult> test = elsewhere.test(evaluation.trial().configuration());
            if (test.isEmpty()) {
                test = objective.test(evaluation.trial());
            }
            test.ifPresent(result -> store.tested(evaluation.trial(), result));
            return new BestTrial(evaluation, test.orElse(null), null);
        } catch (EvaluationException e) {
            return new BestTrial(evaluation, null, e.getMessage());
        }
    }

    /// What goes on with another arithmetic would end otherwise than if it had never stopped.
    private static void requireSameArithmetic(StoredRun run, Experiment experiment, RunKind kind) {
        Manifest manifest = run.manifest();
        boolean trained = experiment.objective().isComputedByMendel();
        boolean bred = kind == RunKind.EVOLUTION;
        if (manifest.arithmetic() == Manifest.ARITHMETIC || !(trained || bred)) {
            return;
        }
        throw new StoreException(run.directory() + ": the run was begun with arithmetic " + manifest.arithmetic()
                + " by Mendel " + manifest.provenance().getOrDefault("mendel", "unknown") + ", and this version has "
                + Manifest.ARITHMETIC
                + ": it would go on to other numbers. Finish it with the version that began it, or"
                + " begin a new run"
                + (trained ? "" : " with --known " + run.directory() + ", which takes its trials over"));
    }

    private static LoadedObjective load(Experiment experiment, RunKind kind, @Nullable Path data)
            throws DataException, ObjectiveException {
        ObjectiveSettings objective = experiment.objective();
        if (kind == RunKind.ROUNDS && !objective.hasRounds()) {
            throw new ObjectiveException("objective: only digit-pairs can be evaluated in rounds of fresh pairs;"
                    + " for others say objective.repeats, and begin a grid");
        }
        return objective.load(kind, experiment.seed(), data);
    }

    private static void writeExperiment(RunDirectory directory, Experiment experiment) {
        Path file = ExperimentFile.of(directory);
        try {
            Path written =
                    Files.writeString(directory.path().resolve("experiment.yaml.new"), ExperimentFile.text(experiment));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be written: " + e.getMessage(), e);
        }
    }
}
