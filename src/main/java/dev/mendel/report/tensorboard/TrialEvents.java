package dev.mendel.report.tensorboard;

import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Moments;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The events of one trial: its session, its figures at the step of the trial's number, and its learning curves
/// at the steps of their epochs. Numbers that are NaN are left out.
final class TrialEvents {
    private final StoredRun run;
    private final StoredTrial trial;
    private final Direction direction;
    private final long step;
    private final List<Event> events = new ArrayList<>();

    private TrialEvents(StoredRun run, StoredTrial trial) {
        this.run = run;
        this.trial = trial;
        this.direction = run.manifest().direction();
        this.step = trial.trial().id().number();
    }

    static List<Event> of(StoredRun run, StoredTrial trial, HParams hparams) {
        var of = new TrialEvents(run, trial);
        of.write(hparams);
        return of.events;
    }

    /// When a trial's last fold ended, as far as is known; without a fold, when its run began.
    static Instant end(StoredRun run, StoredTrial trial) {
        return trial.folds().stream()
                .map(TrialEvents::end)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> run.manifest().created());
    }

    private void write(HParams hparams) {
        Instant start = trial.folds().stream()
                .map(FoldRun::started)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> run.manifest().created());
        Instant end = end(run, trial);
        events.add(hparams.begin(trial.trial().configuration(), start));
        Map<Integer, List<FoldResult.Epoch>> curves = run.epochs(trial.trial().id());
        curve("", curves.values());
        if (trial.folds().size() > 1) {
            curves.forEach((fold, epochs) -> curve(Tags.fold(fold), List.of(epochs)));
        }
        trial.outcome().ifPresent(outcome -> {
            figures(outcome, end);
            events.add(hparams.end(trial.state(), end));
        });
    }

    private void figures(Outcome outcome, Instant end) {
        switch (outcome) {
            case Outcome.Finished finished -> {
                number(end, Tags.of(direction), direction.value(finished.mean()));
                if (finished.folds().size() > 1) {
                    number(end, Tags.SPREAD, finished.standardDeviation());
                    trial.folds().forEach(fold -> result(Tags.fold(fold.fold()), fold.result(), end(fold)));
                }
                means(finished.folds()).forEach((name, mean) -> number(end, Tags.measure(name), mean));
            }
            case Outcome.Stopped stopped ->
                events.add(Event.text(end, step, Tags.STOPPED, "at rung " + (stopped.rung() + 1)));
            case Outcome.Failed failed ->
                events.add(Event.text(
                        end, step, Tags.FAILURE, "fold " + (failed.fold() + 1) + ": " + Tags.escaped(failed.reason())));
        }
        number(end, Tags.SECONDS, trial.time().toNanos() / 1e9);
        run.test(trial.trial().id()).ifPresent(test -> result(Tags.TEST, test, end));
    }

    private void result(String prefix, FoldResult result, Instant time) {
        number(time, prefix + Tags.of(direction), direction.value(result.score()));
        result.measures().forEach((name, measure) -> number(time, prefix + Tags.measure(name), measure));
    }

    /// The means over those epochs that all of some folds have told.
    private void curve(String prefix, Collection<List<FoldResult.Epoch>> folds) {
        var together = new LinkedHashMap<Integer, List<FoldResult.Epoch>>();
        folds.forEach(fold -> fold.forEach(epoch ->
                together.computeIfAbsent(epoch.number(), _ -> new ArrayList<>()).add(epoch)));
        Instant end = end(run, trial);
        together.forEach((number, epochs) -> {
            if (epochs.size() == folds.size()) {
                epoch(end, number, prefix, epochs);
            }
        });
    }

    private void epoch(Instant time, int number, String prefix, List<FoldResult.Epoch> epochs) {
        var columns = new LinkedHashMap<String, List<Double>>();
        for (FoldResult.Epoch epoch : epochs) {
            columns.computeIfAbsent(Tags.LOSS, _ -> new ArrayList<>()).add(epoch.loss());
            epoch.measures()
                    .forEach((name, measure) -> columns.computeIfAbsent(Tags.epoch(name), _ -> new ArrayList<>())
                            .add(measure));
        }
        columns.forEach((tag, numbers) -> number(time, number, prefix + tag, mean(numbers)));
    }

    /// The mean of each measure over the folds that have it.
    private static Map<String, Double> means(List<FoldResult> folds) {
        var columns = new LinkedHashMap<String, List<Double>>();
        folds.forEach(fold -> fold.measures()
                .forEach((name, measure) ->
                        columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(measure)));
        var means = new LinkedHashMap<String, Double>();
        columns.forEach((name, numbers) -> means.put(name, mean(numbers)));
        return means;
    }

    private static double mean(List<Double> numbers) {
        return Moments.mean(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void number(Instant time, String tag, double number) {
        number(time, step, tag, number);
    }

    private void number(Instant time, long at, String tag, double number) {
        if (!Double.isNaN(number)) {
            events.add(Event.scalar(time, at, tag, number));
        }
    }

    private static Instant end(FoldRun fold) {
        return fold.started().plus(fold.result().time());
    }
}
