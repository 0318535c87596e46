package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.search.Budget;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchEvent;
import dev.mendel.search.SearchObserver;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.FoldSite;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// One session of work on a run, from its present state to the end of its budget or an interruption. [#search]
/// and [#conclude] are called by one thread, [#stop] by any.
public final class RunSession implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(RunSession.class);

    private final RunDirectory directory;
    private final LiveSearch live;
    private final RunStore store;
    private final RunLog log;
    private final Objective objective;
    private final FoldSite site;
    private final KnownTrials known;
    private final KnownRuns elsewhere;
    private final long finishedBefore;
    private final @Nullable Checkpoint from;
    private final int workers;
    private volatile @Nullable LocalEvaluator evaluator;
    private volatile @Nullable Thread concluding;
    private volatile boolean stopped;

    RunSession(
            RunDirectory directory,
            RunPlan plan,
            Seed seed,
            RunStore store,
            Objective objective,
            FoldSite site,
            KnownTrials known,
            KnownRuns elsewhere,
            @Nullable Checkpoint from,
            RunLog log,
            int workers) {
        this.directory = directory;
        this.live = new LiveSearch(directory, plan, plan.race(objective), seed, store, known);
        this.store = store;
        this.objective = objective;
        this.site = site;
        this.known = known;
        this.elsewhere = elsewhere;
        this.finishedBefore = known.finished();
        this.from = from;
        this.log = log;
        this.workers = workers;
        known.consult(elsewhere::find);
    }

    public RunDirectory directory() {
        return directory;
    }

    public Experiment experiment() {
        return plan().experiment();
    }

    /// The plan of the run.
    public RunKind kind() {
        return plan().kind();
    }

    /// The settings of the session.
    public RunPlan plan() {
        return live.plan();
    }

    /// The number of folds of each trial; for rounds, the number of rounds.
    public int folds() {
        return objective.folds();
    }

    /// The number of trials that had an outcome before this session.
    public long knownTrials() {
        return finishedBefore;
    }

    /// The number of trials that were taken over, by the name of the run that had finished them.
    public Map<String, Long> takenOver() {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return run.taken().values().stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    /// The trials that were stopped so far.
    public Stopped stopped() {
        var stopped = new Stopped(plan().race(objective));
        try (StoredRun run = StoredRun.snapshot(directory)) {
            run.trials().forEach(trial -> trial.outcome().ifPresent(stopped::add));
        }
        return stopped;
    }

    /// Why the last failed trial of the run, by number, has failed; empty where none has.
    public Optional<String> lastFailure() {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return run.lastFailure();
        }
    }

    /// The part of its grid that the run has tried; empty for one that searches instead.
    public Optional<Coverage> coverage() {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return Coverage.of(plan(), run.status());
        }
    }

    /// Time spent on the run so far, in this session and all before it.
    public Duration elapsed() {
        return store.elapsed();
    }

    /// Searches to the end, or until [#stop].
    ///
    /// @param watcher told of each event after it is durable
    public Ending search(SearchObserver watcher) {
        SearchObserver observer = SearchObserver.all(List.of(store, watcher));
        store.tell(why -> {
            LOG.warn(why);
            watcher.on(new SearchEvent.Waiting(why));
        });
        var limits = new Limits(
                () -> budget().trials(), () -> budget().time().minus(store.elapsed()), () -> budget().grace());
        try (var local = new LocalEvaluator(site, objective.folds(), known, workers, limits, observer)) {
            evaluator = local;
            if (stopped) {
                local.stop();
            }
            LOG.info("session begins: {} known trials, {} workers", finishedBefore, workers);
            Ending ending = live.search(local, from, observer, watcher);
            store.ended(ending);
            LOG.info("session ends: {}", ending);
            return ending;
        } finally {
            evaluator = null;
        }
    }

    private Budget budget() {
        return experiment().budget();
    }

    /// The best the run has found so far, with its test if it was tested.
    public Optional<BestTrial> best() {
        try (StoredRun run = StoredRun.snapshot(directory)) {
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
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return RunPage.write(run, experiment());
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
            site.close();
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
}
