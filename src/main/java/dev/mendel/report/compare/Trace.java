package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Reach;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A run as it went, trial by trial, in the order in which they were asked for; those without an outcome left
/// out.
///
/// @param steps each trial that was better than all before it
record Trace(StoredRun run, List<StoredTrial> trials, List<Step> steps) {

    static Trace of(StoredRun run) {
        List<StoredTrial> trials = run.trials().stream()
                .filter(trial -> trial.outcome().isPresent())
                .toList();
        var steps = new ArrayList<Step>();
        double seconds = 0;
        for (int i = 0; i < trials.size(); i++) {
            seconds += seconds(trials.get(i));
            double score = trials.get(i).score().orElse(Double.NaN);
            if (steps.isEmpty() ? !Double.isNaN(score) : score > steps.getLast().best()) {
                steps.add(new Step(i + 1L, seconds, score));
            }
        }
        return new Trace(run, trials, steps);
    }

    String name() {
        return run.directory().name();
    }

    /// The best trial; of equals the one asked for first.
    Optional<StoredTrial> best() {
        return trials.stream()
                .filter(trial -> trial.score().isPresent())
                .max(Comparator.<StoredTrial>comparingDouble(
                                trial -> trial.score().getAsDouble())
                        .thenComparing(trial -> trial.trial().id(), Comparator.reverseOrder()));
    }

    long failed() {
        return trials.stream()
                .filter(trial -> trial.state() == StoredTrial.State.FAILED)
                .count();
    }

    long stopped() {
        return trials.stream()
                .filter(trial -> trial.state() == StoredTrial.State.STOPPED)
                .count();
    }

    long takenOver() {
        return trials.stream().filter(trial -> trial.takenFrom().isPresent()).count();
    }

    long passes() {
        return trials.stream().mapToLong(StoredTrial::passes).sum();
    }

    double computeSeconds() {
        return trials.stream().mapToDouble(Trace::seconds).sum();
    }

    double wallSeconds() {
        return run.status().elapsed().toMillis() / 1000.0;
    }

    /// The resources spent when the best so far first was no worse than a score.
    Optional<Reach> reach(double score) {
        return steps.stream()
                .filter(step -> step.best() >= score - 1e-12)
                .findFirst()
                .map(step -> new Reach(step.trials(), step.computeSeconds()));
    }

    /// The number of trials that are better than a score.
    long better(double score) {
        return trials.stream()
                .filter(trial -> trial.score().orElse(Double.NEGATIVE_INFINITY) > score)
                .count();
    }

    private static double seconds(StoredTrial trial) {
        return trial.time().toNanos() / 1e9;
    }
}
