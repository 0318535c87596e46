package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evaluates on this machine. [#evaluate] is called by one thread, which also makes all calls to the observer;
/// [#stop] and [#close] by any.
///
/// Workers take folds in the order of trials. The assignment of folds to workers, and its time, changes
/// nothing: a fold's result depends on its trial alone, and of a failed trial only the folds before the first
/// failing one are kept.
public final class LocalEvaluator implements Evaluator {
    /// The longest time to wait at once.
    private static final Duration LONGEST = Duration.ofDays(365);

    /// The first rest of a worker that can't reach its machine.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KnownTrials known;
    private final int folds;
    private final Limits limits;
    private final TrialObserver observer;
    private final Workers workers;
    /// Why folds were given up here; null where they were not.
    private @Nullable Ending givenUp;
    private final CommitPace pace = new CommitPace();

    /// @param objective the objective to evaluate; not closed by this
    /// @param known the run's known trials; changed by this
    /// @param workers how many folds are evaluated at once, at least 1
    public LocalEvaluator(Objective objective, KnownTrials known, int workers, Limits limits, TrialObserver observer) {
        this(objective, known, workers, limits, observer, PAUSE);
    }

    /// @param pause the first rest of a worker that can't reach its machine
    LocalEvaluator(
            Objective objective,
            KnownTrials known,
            int workers,
            Limits limits,
            TrialObserver observer,
            Duration pause) {
        this.known = known;
        this.folds = Guarded.of(objective).folds();
        this.limits = limits;
        this.observer = observer;
        this.workers = new Workers(new LocalSite(objective), workers, limits::timeUp, pause);
    }

    @Override
    public List<Evaluation> evaluate(int generation, List<Configuration> configurations) {
        List<KnownTrials.Unfinished> trials = unfinished(generation, configurations);
        finish(takeOver(trials));
        var evaluations = new ArrayList<Evaluation>();
        for (Configuration configuration : configurations) {
            evaluations.add(known.find(configuration).orElseThrow(() -> new SearchEndedException(whyEnded())));
        }
        return evaluations;
    }

    @Override
    public void requireOpen() {
        if (Thread.currentThread().isInterrupted()) {
            workers.stop();
        }
        if (workers.stopped() || limits.timeUp()) {
            throw new SearchEndedException(whyEnded());
        }
    }

    /// Makes [#evaluate] give up soon, on whatever thread it runs, with [SearchEndedException].
    public void stop() {
        workers.stop();
    }

    @Override
    public void close() {
        workers.stop();
        workers.await();
    }

    /// The different configurations among those asked for that have no outcome yet, as trials, as many as are
    /// allowed.
    private List<KnownTrials.Unfinished> unfinished(int generation, List<Configuration> configurations) {
        var trials = new LinkedHashMap<Configuration, KnownTrials.Unfinished>();
        var opened = new ArrayList<Trial>();
        for (Configuration configuration : configurations) {
            if (trials.containsKey(configuration) || known.find(configuration).isPresent()) {
                continue;
            }
            Optional<KnownTrials.Unfinished> begun = known.findUnfinished(configuration);
            if (begun.isPresent()) {
                trials.put(configuration, begun.get());
            } else if (known.size() < limits.trials().getAsLong()) {
                KnownTrials.Unfinished trial = known.open(generation, configuration);
                opened.add(trial.trial());
                trials.put(configuration, trial);
            }
        }
        if (!opened.isEmpty()) {
            observer.on(new TrialEvent.Asked(generation, opened));
        }
        return List.copyOf(trials.values());
    }

    /// Takes over those trials that another run has finished; returns the others.
    private List<KnownTrials.Unfinished> takeOver(List<KnownTrials.Unfinished> trials) {
        var left = new ArrayList<KnownTrials.Unfinished>();
        for (KnownTrials.Unfinished trial : trials) {
            known.findElsewhere(trial.trial().configuration())
                    .ifPresentOrElse(finished -> takeOver(trial, finished), () -> left.add(trial));
        }
        return left;
    }

    private void takeOver(KnownTrials.Unfinished unfinished, KnownTrial elsewhere) {
        Trial trial = unfinished.trial();
        observer.on(new TrialEvent.TakenOver(trial, elsewhere.run()));
        for (FoldRun run : elsewhere.folds()) {
            if (!unfinished.folds().containsKey(run.fold())) {
                observer.on(new TrialEvent.FoldFinished(run.takenOver(trial)));
            }
        }
        known.close(unfinished, elsewhere.outcome());
        observer.on(new TrialEvent.Finished(trial, elsewhere.outcome()));
    }

    private void finish(List<KnownTrials.Unfinished> trials) {
        Map<TrialId, PendingTrial> pending = new LinkedHashMap<>();
        var open = new ArrayList<PendingTrial.FoldTask>();
        for (KnownTrials.Unfinished trial : trials) {
            var entry = new PendingTrial(trial, folds);
            pending.put(trial.trial().id(), entry);
            closeIfSettled(entry);
            open.addAll(entry.openFolds());
        }
        workers.add(open);
        while (workers.busy()) {
            @Nullable Report report = workers.poll(pace.untilDue());
            if (report == null) {
                catchUp();
                report = next();
            }
            if (report instanceof Report.Fatal(Trial _, Throwable thrown)) {
                workers.stop();
                throw fatal(thrown);
            }
            PendingTrial trial = pending.get(report.trial().id());
            if (trial != null) {
                take(report, trial);
            }
        }
        if (pace.isNear()) {
            // what comes next may take long, as breeding does
            catchUp();
        }
    }

    /// The next report, waited for until the time is up; folds under way are given up then.
    private Report next() {
        @Nullable Report report = null;
        while (report == null) {
            Duration left = limits.leftWithGrace();
            if (givenUp == null && !left.isPositive() && !workers.stopped()) {
                giveUp(Ending.TIME);
            }
            report = givenUp != null ? workers.take() : workers.poll(Math.max(1, nanos(left)));
        }
        return report;
    }

    private static long nanos(Duration time) {
        return time.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : time.toNanos();
    }

    private void catchUp() {
        observer.on(new TrialEvent.CaughtUp());
        pace.caughtUp();
    }

    private void take(Report report, PendingTrial trial) {
        switch (report) {
            case Report.Done(FoldRun run, Duration clock) -> {
                pace.spent(clock);
                if (trial.isOpen()) {
                    trial.finished(run.fold(), run.result());
                    observer.on(new TrialEvent.FoldFinished(run));
                }
            }
            case Report.Broken(Trial _, Outcome.Failed failure) -> {
                pace.spent(failure.time());
                trial.failed(failure);
                workers.drop(report.trial(), failure.fold());
            }
            case Report.Unreached(Trial _, int worker, String reason, boolean hopeless) -> {
                observer.on(new TrialEvent.Unreached(worker, reason));
                if (hopeless) {
                    giveUp(Ending.UNREACHABLE);
                }
            }
            case Report.Skipped _, Report.Fatal _ -> {}
        }
        closeIfSettled(trial);
    }

    private static RuntimeException fatal(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a worker failed", thrown);
    }

    private void closeIfSettled(PendingTrial trial) {
        if (trial.isOpen()) {
            trial.outcome().ifPresent(outcome -> {
                trial.close();
                known.close(trial.trial(), outcome);
                observer.on(new TrialEvent.Finished(trial.trial().trial(), outcome));
            });
        }
    }

    private void giveUp(Ending why) {
        givenUp = why;
        workers.stop();
    }

    private Ending whyEnded() {
        if (givenUp != null) {
            return givenUp;
        }
        if (workers.stopped()) {
            return Ending.STOPPED;
        }
        return limits.timeUp() ? Ending.TIME : Ending.TRIALS;
    }
}
