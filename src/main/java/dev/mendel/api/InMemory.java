package dev.mendel.api;

import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchEvent;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import dev.mendel.trial.evaluate.TrialEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A search of which nothing is kept.
final class InMemory implements Conduct, SearchObserver {
    private final Plan plan;
    private final LocalEvaluator evaluator;
    private final Race race;
    private SearchObserver observer = SearchObserver.NONE;

    InMemory(Plan plan, Objective asked, int workers) {
        this.plan = plan;
        race = plan.stopping().race(asked.folds(), asked.epochs());
        long began = System.nanoTime();
        Duration time = plan.budget().time();
        var limits = new Limits(
                plan.budget().trials(),
                () -> time.minusNanos(System.nanoTime() - began),
                plan.budget().grace());
        evaluator = new LocalEvaluator(asked, new KnownTrials(plan.seed()), workers, limits, this);
    }

    @Override
    public void tell(Findings found) {}

    @Override
    public List<Trial> open() {
        return List.of();
    }

    @Override
    public void search(SearchObserver watcher) {
        observer = watcher;
        plan.strategy()
                .search(new Search(
                        plan.space(),
                        plan.seed(),
                        List.of(),
                        Map.of(),
                        plan.budget(),
                        plan.direction(),
                        race,
                        null,
                        evaluator,
                        this,
                        plan.goals()));
    }

    @Override
    public void on(TrialEvent event) {
        observer.on(event);
    }

    @Override
    public void on(SearchEvent event) {
        observer.on(event);
    }

    @Override
    public void stop() {
        evaluator.stop();
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
