package dev.mendel.cli;

import dev.mendel.experiment.Undertaking;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A found configuration as people read it.
final class BestText {
    private BestText() {}

    /// The lines that say what was found and how good it is.
    ///
    /// @param strategy the name of the run's strategy: with `rounds` the score is no cross-validation
    /// @param direction how values come of scores
    /// @param test its result on data that no fold has seen, if there is one
    static List<String> of(Evaluation evaluation, String strategy, Direction direction, @Nullable FoldResult test) {
        var lines = new ArrayList<String>();
        boolean bred = strategy.equals(Undertaking.EVOLUTION.word());
        lines.add("best        trial " + evaluation.trial().id()
                + (bred ? ", found in generation " + evaluation.generation() : ""));
        evaluation
                .trial()
                .configuration()
                .values()
                .forEach((name, value) -> lines.add(String.format("            %-18s %s", name, value.display())));
        lines.add((direction == Direction.MAXIMISE ? "score       " : "value       ")
                + score(evaluation.outcome(), direction, strategy.equals(Undertaking.ROUNDS.word())));
        if (test != null) {
            lines.add(String.format(
                    Locale.ROOT, "test        %.4f  on data that no search has seen", direction.value(test.score())));
        }
        return lines;
    }

    /// `0.8420 ± 0.0121  cross-validated over 3 folds`, or why there is none.
    private static String score(Outcome outcome, Direction direction, boolean rounds) {
        return switch (outcome) {
            case Outcome.Finished finished
            when finished.folds().size() == 1 -> String.format(Locale.ROOT, "%.4f", direction.value(finished.mean()));
            case Outcome.Finished finished ->
                String.format(
                        Locale.ROOT,
                        rounds
                                ? "%.4f ± %.4f  over %d rounds of fresh pairs"
                                : "%.4f ± %.4f  cross-validated over %d folds",
                        direction.value(finished.mean()),
                        finished.standardDeviation(),
                        finished.folds().size());
            case Outcome.Failed failed -> "failed: " + failed.reason();
        };
    }
}
