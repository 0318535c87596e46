package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Reach;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Goals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A run as it went, trial by trial, in the order in which they were asked for; those without an outcome left
/// out.
///
/// @param goals of the run; scores of trials outside of its constraints count for nothing
/// @param steps each trial that was better than all before it
public record Trace(StoredRun run, Goals goals, List<StoredTrial> trials, List<Step> steps) {

    /// The trace of a run.
    public static Trace of(StoredRun run) {
        List<StoredTrial> trials = run.trials().stream()
                .filter(trial -> trial.outcome().isPresent())
                .toList();
        Goals goals = run.manifest().goals();
        var steps = new ArrayList<Step>();
        double seconds = 0;
        for (int i = 0; i < trials.size(); i++) {
            seconds += seconds(trials.get(i));
            double score = score(trials.get(i), goals).orElse(Double.NaN);
            if (steps.isEmpty() ? !Double.isNaN(score) : score > steps.getLast().best()) {
                steps.add(new Step(i + 1L, seconds, score));
            }
        }
        return new Trace(run, goals, trials, steps);
    }

    /// The run's name.
    public String name() {
        return run.directory().name();
    }

    /// The best trial within the constraints; of equals the one asked for first.
    Optional<StoredTrial> best() {
        return trials.stream()
                .filter(trial -> score(trial).isPresent())
                .max(Comparator.<StoredTrial>comparingDouble(
                                trial -> score(trial).getAsDouble())
                        .thenComparing(trial -> trial.trial().id(), Comparator.reverseOrder()));
    }

    /// The score of a trial that is within the constraints.
    OptionalDouble score(StoredTrial trial) {
        return score(trial, goals);
    }

    private static OptionalDouble score(StoredTrial trial, Goals goals) {
        return trial.outcome().filter(goals::isWithin).isPresent() ? trial.score() : OptionalDouble.empty();
    }

    /// How many trials failed.
    public long failed() {
        return trials.stream()
                .filter(trial -> trial.state() == StoredTrial.State.FAILED)
                .count();
    }

    long stopped() {
        return trials.stream()
                .filter(trial -> trial.state() == StoredTrial.State.STOPPED)
                .count();
    }

    /// The cost of the run, as that of a complete grid.
    public Grid cost() {
        return new Grid(name(), trials.size(), failed(), passes(), computeSeconds(), wallSeconds());
    }

    /// How many trials another run had finished.
    public long takenOver() {
        return trials.stream().filter(trial -> trial.takenFrom().isPresent()).count();
    }

    /// Passes over training data.
    public long passes() {
        return trials.stream().mapToLong(StoredTrial::passes).sum();
    }

    /// The trials' own time.
    public double computeSeconds() {
        return trials.stream().mapToDouble(Trace::seconds).sum();
    }

    /// The time of the run's sessions.
    public double wallSeconds() {
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
                .filter(trial -> score(trial).orElse(Double.NEGATIVE_INFINITY) > score)
                .count();
    }

    /// The time of the threads that evaluated a trial.
    public static double seconds(StoredTrial trial) {
        return trial.time().toNanos() / 1e9;
    }
}
