package dev.mendel.report.tensorboard;

import dev.mendel.search.GenerationSummary;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// The events of a whole run: the record of its experiment, the value of each trial and the best so far at the step
/// of the trial's number, and the generations at the steps of theirs.
final class RunEvents {
    private final StoredRun run;
    private final List<StoredTrial> trials;
    private final Direction direction;
    private final List<Event> events = new ArrayList<>();

    private RunEvents(StoredRun run, List<StoredTrial> trials) {
        this.run = run;
        this.trials = trials;
        this.direction = run.manifest().direction();
    }

    static List<Event> of(StoredRun run, List<StoredTrial> trials, HParams hparams) {
        var of = new RunEvents(run, trials);
        of.experiment(hparams);
        of.values();
        of.generations();
        return of.events;
    }

    private void experiment(HParams hparams) {
        Manifest manifest = run.manifest();
        events.add(hparams.experiment(
                manifest.experiment(), run.directory().name(), manifest.created(), List.copyOf(metrics())));
    }

    /// The figures of a trial that can be told from its last event.
    private Set<String> metrics() {
        var metrics = new LinkedHashSet<String>();
        metrics.add(Tags.of(direction));
        for (StoredTrial trial : trials) {
            trial.folds()
                    .forEach(fold -> fold.result().measures().keySet().stream()
                            .map(Tags::measure)
                            .forEach(metrics::add));
            run.test(trial.trial().id()).ifPresent(_ -> metrics.add(Tags.TEST + Tags.of(direction)));
        }
        metrics.add(Tags.SECONDS);
        return metrics;
    }

    private void values() {
        double best = Double.NEGATIVE_INFINITY;
        for (StoredTrial trial : trials) {
            OptionalDouble score = trial.score();
            if (score.isPresent()) {
                best = Math.max(best, score.getAsDouble());
                Instant time = TrialEvents.end(run, trial);
                long step = trial.trial().id().number();
                events.add(Event.scalar(time, step, Tags.of(direction), direction.value(score.getAsDouble())));
                events.add(Event.scalar(time, step, "best " + Tags.of(direction), direction.value(best)));
            }
        }
    }

    private void generations() {
        Instant time = run.manifest().created();
        int trial = 0;
        for (GenerationSummary scored : run.generations()) {
            GenerationSummary summary = scored.valued(direction);
            for (; trial < trials.size() && trials.get(trial).generation() <= summary.number(); trial++) {
                Instant end = TrialEvents.end(run, trials.get(trial));
                time = end.isAfter(time) ? end : time;
            }
            generation(time, summary, "best", summary.best());
            generation(time, summary, "mean", summary.mean());
            generation(time, summary, "spread", summary.spread());
            generation(time, summary, "diversity", summary.diversity());
            generation(time, summary, "failed", summary.failed());
        }
    }

    private void generation(Instant time, GenerationSummary summary, String name, double number) {
        if (!Double.isNaN(number)) {
            events.add(Event.scalar(time, summary.number(), "generations/" + name, number));
        }
    }
}
