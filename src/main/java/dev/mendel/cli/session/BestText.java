package dev.mendel.cli.session;

import dev.mendel.experiment.Experiment;
import dev.mendel.report.Figures;
import dev.mendel.search.RunKind;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A found configuration as people read it.
public final class BestText {
    private BestText() {}

    /// The lines about the best configuration, and how good it is.
    ///
    /// @param experiment the run's, which gives its values their meaning
    /// @param kind the run's
    /// @param test its result on data that no fold has seen, if there is one
    public static List<String> of(
            Evaluation evaluation, Experiment experiment, RunKind kind, @Nullable FoldResult test) {
        var lines = new ArrayList<String>();
        Direction direction = experiment.direction();
        boolean bred = kind == RunKind.EVOLUTION;
        lines.add("best        trial " + evaluation.trial().id()
                + (bred ? ", found in generation " + evaluation.generation() : ""));
        evaluation
                .trial()
                .configuration()
                .values()
                .forEach((name, value) ->
                        lines.add(String.format(Locale.ROOT, "            %-18s %s", name, value.display())));
        lines.add((direction == Direction.MAXIMISE ? "score       " : "value       ")
                + switch (evaluation.outcome()) {
                    case Outcome.Finished finished ->
                        Figures.of(direction.value(finished.mean())) + spread(finished, experiment, kind);
                    case Outcome.Failed failed -> "failed: " + failed.reason();
                    case Outcome.Stopped stopped -> "stopped at rung " + (stopped.rung() + 1);
                });
        if (test != null) {
            lines.add("test        " + Figures.of(direction.value(test.score())) + "  on data that no search has seen");
        }
        return lines;
    }

    /// ` ± 0.0121  cross-validated over 3 folds`; nothing where there is only one.
    private static String spread(Outcome.Finished finished, Experiment experiment, RunKind kind) {
        int folds = finished.folds().size();
        if (folds == 1) {
            return "";
        }
        String over = experiment.objective().parts(folds, kind);
        return " ± " + Figures.of(finished.standardDeviation()) + "  " + over;
    }
}
