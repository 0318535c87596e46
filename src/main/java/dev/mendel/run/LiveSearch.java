package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Checkpoint;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchEvent;
import dev.mendel.search.SearchObserver;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.LocalEvaluator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// The search of a run, which takes in what is asked of the run while it goes on. [#plan] is for any thread,
/// all else for one.
final class LiveSearch {
    private static final Logger LOG = LogManager.getLogger(LiveSearch.class);

    private final RunDirectory directory;
    private final Seed seed;
    private final RunStore store;
    private final KnownTrials known;
    private final Requests requests;
    private final Race race;
    private volatile RunPlan plan;

    /// @param plan as the session begins it
    /// @param race of the plan's trials
    LiveSearch(RunDirectory directory, RunPlan plan, Race race, Seed seed, RunStore store, KnownTrials known) {
        this.race = race;
        this.directory = directory;
        this.plan = plan;
        this.seed = seed;
        this.store = store;
        this.known = known;
        this.requests = new Requests(directory);
    }

    /// The present plan.
    RunPlan plan() {
        return plan;
    }

    /// Searches, and goes on from the last checkpoint whenever something was asked of the run.
    ///
    /// @param from where to begin; null for the beginning
    /// @param observer of the search
    /// @param watcher told of what was asked
    Ending search(LocalEvaluator local, @Nullable Checkpoint from, SearchObserver observer, SearchObserver watcher) {
        Checkpoint at = from;
        while (true) {
            var interrupting = new Interrupting(local, requests::areThere);
            Experiment experiment = plan.experiment();
            var search = new Search(
                    experiment.space(),
                    seed,
                    experiment.initial(),
                    experiment.enqueuedByGeneration(),
                    experiment.budget(),
                    experiment.direction(),
                    race,
                    at,
                    interrupting,
                    observer,
                    experiment.goals());
            Ending ending = plan.strategy(seed).search(search);
            boolean open = interrupting.interrupted() || !(ending.isInterruption() || ending == Ending.TIME);
            if (!open || !requests.areThere()) {
                return ending;
            }
            at = amend(watcher);
        }
    }

    /// Takes in what was asked of the run.
    ///
    /// @return where to go on from; null for the beginning
    private @Nullable Checkpoint amend(SearchObserver watcher) {
        store.caughtUp();
        try (StoredRun run = StoredRun.snapshot(directory)) {
            Checkpoint last = run.checkpoint().orElse(null);
            int next = Math.max(last == null ? 1 : last.last().number() + 1, known.newestGeneration() + 1);
            Requests.Pending pending = requests.pending();
            Amended amended = Amended.of(plan.experiment(), pending.requests(), next);
            plan = new RunPlan(plan.kind(), amended.experiment());
            store.rewrite(ExperimentFile.text(amended.experiment(), directory));
            ExperimentFile.keep(directory, amended.experiment());
            pending.done();
            for (String line : amended.said()) {
                LOG.info(line);
                watcher.on(new SearchEvent.Waiting(line));
            }
            return last;
        }
    }
}
