package dev.mendel.report.run;

import dev.mendel.analysis.Importance;
import dev.mendel.analysis.Improvement;
import dev.mendel.analysis.Interaction;
import dev.mendel.analysis.Surface;
import dev.mendel.report.MendelJson;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All that the page of a search shows.
///
/// @param name the run's directory
/// @param subject the kind of its objective
/// @param direction the objective's direction, `MAXIMISE` or `MINIMISE`; all scores here are the
///     objective's own values
/// @param strategy the word for how it searched
/// @param facts facts about the run, by name, for people
/// @param text the experiment as resolved
/// @param status how the run stood when the page was written
/// @param best the best trials, best first
/// @param progress the improvements, in order
/// @param distributions empty where no trial is finished
/// @param generations empty where the strategy has none
/// @param importance the most important first; empty where too few trials are finished
/// @param interactions of the most important hyperparameters
/// @param surfaces of the four most important hyperparameters
/// @param front empty where there is one objective and no constraint
/// @param stopping empty where no trial was stopped
record RunView(
        String name,
        String experiment,
        String description,
        Subject subject,
        Direction direction,
        String strategy,
        Map<String, String> facts,
        String text,
        StatusView status,
        List<HyperparameterView> hyperparameters,
        TrialsView trials,
        List<BestView> best,
        List<Improvement> progress,
        List<DistributionView> distributions,
        List<GenerationView> generations,
        LineageView lineage,
        List<Importance> importance,
        List<Interaction> interactions,
        List<Surface> surfaces,
        List<CurvesView> curves,
        @MendelJson.Inline Map<String, FrontView> front,
        @MendelJson.Inline Map<String, StoppingView> stopping,
        TimelineView timeline,
        FailuresView failures) {
    static RunView of(StoredRun run, RunDescription description) {
        return of(run, description, Insights::of);
    }

    /// @param insights takes the trials that have an outcome
    static RunView of(StoredRun run, RunDescription description, Insights.Source insights) {
        SearchSpace space = description.space();
        Manifest manifest = run.manifest();
        Direction direction = manifest.direction();
        Goals goals = manifest.goals();
        List<StoredTrial> trials = run.trials();
        List<Evaluation> evaluations =
                trials.stream().flatMap(trial -> trial.evaluation().stream()).toList();
        Map<TrialId, Double> seconds = seconds(trials);
        List<BestView> best = BestView.of(run, seconds);
        Insights found = insights.of(evaluations, space, goals);
        return new RunView(
                run.directory().name(),
                manifest.experiment(),
                description.text(),
                description.subject(),
                direction,
                manifest.kind().word(),
                Facts.of(run, space, description.budget()),
                manifest.text(),
                StatusView.of(run, trials),
                space.hyperparameters().stream().map(HyperparameterView::of).toList(),
                TrialsView.of(evaluations, space, seconds, direction),
                best,
                Improvement.of(evaluations, seconds, goals).stream()
                        .map(step -> step.valued(direction))
                        .toList(),
                DistributionView.of(evaluations, direction),
                GenerationView.of(run, evaluations, space),
                LineageView.of(run, evaluations),
                found.importance(),
                found.interactions().stream()
                        .map(pair -> pair.valued(direction))
                        .toList(),
                found.surfaces().stream()
                        .map(surface -> surface.valued(direction))
                        .toList(),
                CurvesView.of(run, best),
                FrontView.of(goals, evaluations, seconds, found.objectives(), description.marks()),
                StoppingView.of(run, trials),
                TimelineView.of(run.sessions(), trials),
                FailuresView.of(evaluations));
    }

    private static Map<TrialId, Double> seconds(List<StoredTrial> trials) {
        return trials.stream()
                .collect(Collectors.toMap(
                        trial -> trial.trial().id(), trial -> trial.time().toNanos() / 1e9));
    }
}
