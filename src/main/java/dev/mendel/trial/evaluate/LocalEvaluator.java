package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Goals;
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
import org.jspecify.annotations.Nullable;

/// Evaluates by threads of this process, which do so themselves or at another site. [#evaluate] is called by
/// one thread, which also makes all calls to the observer; [#stop] and [#close] by any.
///
/// Trials that race meet at each rung: all have come there before it is decided who goes on.
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
    private final Admission admission;
    private final FoldSite site;
    private final Workers workers;
    /// Why folds were given up here; null where they were not.
    private @Nullable Ending givenUp;
    private final CommitPace pace = new CommitPace();

    /// @param objective the objective to evaluate; not closed by this
    /// @param known the run's known trials; changed by this
    /// @param workers how many folds are evaluated at once, at least 1
    public LocalEvaluator(Objective objective, KnownTrials known, int workers, Limits limits, TrialObserver observer) {
        this(FoldSite.of(objective), Guarded.of(objective).folds(), known, workers, limits, observer);
    }

    /// @param site where folds are evaluated; closed with this
    /// @param folds of each trial
    /// @param workers how many folds are handed to the site at once, at least 1
    public LocalEvaluator(
            FoldSite site, int folds, KnownTrials known, int workers, Limits limits, TrialObserver observer) {
        this(site, folds, known, workers, limits, observer, PAUSE);
    }

    /// @param pause the first rest of a worker that can't reach its machine
    LocalEvaluator(
            FoldSite site,
            int folds,
            KnownTrials known,
            int workers,
            Limits limits,
            TrialObserver observer,
            Duration pause) {
        this.known = known;
        this.folds = folds;
        this.limits = limits;
        this.observer = observer;
        this.admission = new Admission(known, limits, observer);
        this.site = site;
        this.workers = new Workers(site, workers, limits::timeUp, pause);
    }

    @Override
    public List<Evaluation> evaluate(int generation, List<Configuration> configurations, Heat heat) {
        List<PendingTrial> pending = admission.admit(generation, configurations).stream()
                .map(trial -> new PendingTrial(trial, folds))
                .toList();
        race(Entrant.of(generation, configurations, pending, known, heat), heat);
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
        site.close();
    }

    private void race(List<Entrant> entrants, Heat heat) {
        List<Entrant> alive = entrants;
        for (int rung = 0; rung < heat.early().size(); rung++) {
            if (!advance(Entrant.openBefore(alive, rung), heat.early().get(rung), heat.goals())) {
                return;
            }
            List<Entrant> goingOn = heat.goingOn(rung, Entrant.worth(alive, rung)).stream()
                    .map(alive::get)
                    .toList();
            for (PendingTrial left : Entrant.open(alive)) {
                if (goingOn.stream().noneMatch(each -> each.pending() == left)) {
                    close(left, new Outcome.Stopped(left.passed()));
                    leave(left);
                }
            }
            alive = goingOn;
        }
        advance(Entrant.open(alive), Rung.END, heat.goals());
    }

    /// @return whether all trials have come to the rung, or to an outcome
    private boolean advance(List<PendingTrial> trials, Rung rung, Goals goals) {
        Map<TrialId, PendingTrial> pending = new LinkedHashMap<>();
        var tasks = new ArrayList<PendingTrial.FoldTask>();
        for (PendingTrial trial : trials) {
            pending.put(trial.trial().trial().id(), trial);
            tasks.addAll(trial.tasksTo(rung));
            settle(trial, goals);
        }
        work(tasks, pending, goals);
        trials.stream().filter(trial -> !trial.isOpen()).forEach(this::leave);
        return trials.stream().noneMatch(PendingTrial::isUnderWay);
    }

    private void work(List<PendingTrial.FoldTask> tasks, Map<TrialId, PendingTrial> pending, Goals goals) {
        workers.add(tasks);
        while (workers.busy()) {
            @Nullable Report report = workers.poll(pace.untilDue());
            if (report == null) {
                catchUp();
                report = next();
            }
            if (report instanceof Report.Fatal(Trial _, Throwable thrown)) {
                workers.stop();
                throw Report.Fatal.of(thrown);
            }
            Trial about = report.trial();
            PendingTrial trial = about == null ? null : pending.get(about.id());
            if (trial != null) {
                take(report, trial);
                settle(trial, goals);
            } else if (report instanceof Report.News(String line)) {
                observer.on(new TrialEvent.SiteChanged(line));
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
            Duration wait = left.compareTo(LONGEST) > 0 ? LONGEST : left;
            report = givenUp != null ? workers.take() : workers.poll(Math.max(1, wait.toNanos()));
        }
        return report;
    }

    private void catchUp() {
        observer.on(new TrialEvent.CaughtUp());
        pace.caughtUp();
    }

    private void take(Report report, PendingTrial trial) {
        switch (report) {
            case Report.Done(FoldRun run, Duration clock) -> {
                pace.spent(clock);
                if (trial.isOpen() && trial.finished(run)) {
                    observer.on(new TrialEvent.FoldFinished(run));
                }
            }
            case Report.Broken(Trial _, Outcome.Failed failure) -> {
                pace.spent(failure.time());
                trial.failed(failure);
                workers.drop(trial.trial().trial(), failure.fold());
            }
            case Report.Unreached(Trial _, int worker, String reason, boolean hopeless) -> {
                observer.on(new TrialEvent.Unreached(worker, reason));
                if (hopeless) {
                    giveUp(Ending.UNREACHABLE);
                }
            }
            case Report.Skipped _, Report.Fatal _, Report.News _ -> {}
        }
    }

    private void settle(PendingTrial trial, Goals goals) {
        if (trial.isOpen()) {
            trial.outcome().ifPresentOrElse(outcome -> close(trial, outcome), () -> pass(trial, goals));
        }
    }

    private void pass(PendingTrial trial, Goals goals) {
        trial.pass(goals)
                .ifPresent(there -> observer.on(new TrialEvent.RungReached(
                        trial.trial().trial(), trial.passed().size() - 1, there, trial.underWay())));
    }

    private void close(PendingTrial trial, Outcome outcome) {
        trial.close();
        known.close(trial.trial(), outcome);
        observer.on(new TrialEvent.Finished(trial.trial().trial(), outcome));
    }

    private void leave(PendingTrial trial) {
        site.leave(trial.trial().trial().id());
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
