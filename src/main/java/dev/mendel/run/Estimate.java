package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An estimate of an experiment's time a trial, from one trial that is evaluated for the purpose.
///
/// @param configuration the evaluated configuration: every hyperparameter at its default, and drawn if it has
///     none
/// @param trial the time all its folds took, one after the other on one worker
/// @param failure why the trial has no score; null if it has one
public record Estimate(
        Configuration configuration,
        Duration trial,
        @Nullable String failure) {

    /// The trial that is evaluated.
    public static Trial example(Experiment experiment) {
        SearchSpace space = experiment.space();
        Configuration configuration = space.canonical(
                space.complete(Map.of(), experiment.seed().derive("estimate").random()));
        return Trial.of(new TrialId(1), configuration, experiment.seed());
    }

    /// Evaluates one trial of an experiment. If Mendel itself trains, a first fold, not counted, warms up the
    /// machine.
    ///
    /// @param data the folder of data; null for the data that come with the program
    /// @throws ObjectiveException if the objective is not there
    public static Estimate measure(Experiment experiment, @Nullable Path data)
            throws InterruptedException, DataException, ObjectiveException {
        Trial trial = example(experiment);
        Configuration configuration = trial.configuration();
        try (Objective objective = experiment
                .objective()
                .load(RunKind.EVOLUTION, experiment.seed(), data)
                .objective()) {
            if (experiment.objective().isComputedByMendel()) {
                objective.evaluate(trial, 0);
            }
            long began = System.nanoTime();
            for (int fold = 0; fold < objective.folds(); fold++) {
                objective.evaluate(trial, fold);
            }
            return new Estimate(configuration, Duration.ofNanos(System.nanoTime() - began), null);
        } catch (EvaluationException e) {
            return new Estimate(configuration, Duration.ZERO, e.getMessage());
        }
    }

    /// The time for many trials on several workers, if all take as long as the one that was measured.
    public Duration forTrials(double trials, int workers) {
        return Duration.ofMillis((long) Math.min(trial.toMillis() * trials / workers, Long.MAX_VALUE / 2.0));
    }
}
