package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Undertaking;
import dev.mendel.report.Figures;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A found configuration as people read it.
final class BestText {
    private BestText() {}

    /// The lines that say what was found and how good it is.
    ///
    /// @param experiment the run's, which says what its values mean
    /// @param strategy the name of the run's strategy: with `rounds` the score is no cross-validation
    /// @param test its result on data that no fold has seen, if there is one
    static List<String> of(Evaluation evaluation, Experiment experiment, String strategy, @Nullable FoldResult test) {
        var lines = new ArrayList<String>();
        Direction direction = experiment.direction();
        boolean bred = strategy.equals(Undertaking.EVOLUTION.word());
        lines.add("best        trial " + evaluation.trial().id()
                + (bred ? ", found in generation " + evaluation.generation() : ""));
        evaluation
                .trial()
                .configuration()
                .values()
                .forEach((name, value) -> lines.add(String.format("            %-18s %s", name, value.display())));
        lines.add((direction == Direction.MAXIMISE ? "score       " : "value       ")
                + switch (evaluation.outcome()) {
                    case Outcome.Finished finished ->
                        Figures.of(direction.value(finished.mean())) + spread(finished, experiment, strategy);
                    case Outcome.Failed failed -> "failed: " + failed.reason();
                });
        if (test != null) {
            lines.add("test        " + Figures.of(direction.value(test.score())) + "  on data that no search has seen");
        }
        return lines;
    }

    /// ` ± 0.0121  cross-validated over 3 folds`; nothing where there is only one.
    private static String spread(Outcome.Finished finished, Experiment experiment, String strategy) {
        int folds = finished.folds().size();
        if (folds == 1) {
            return "";
        }
        boolean rounds = strategy.equals(Undertaking.ROUNDS.word());
        String over = switch (experiment.objective()) {
            case ObjectiveSettings.DigitPairs _ when rounds -> "over " + folds + " rounds of fresh pairs";
            case ObjectiveSettings.DigitPairs _ -> "cross-validated over " + folds + " folds";
            case ObjectiveSettings.Command _, ObjectiveSettings.Java _ -> "over " + folds + " evaluations";
        };
        return " ± " + Figures.of(finished.standardDeviation()) + "  " + over;
    }
}
