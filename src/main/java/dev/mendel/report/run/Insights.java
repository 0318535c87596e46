package dev.mendel.report.run;

import dev.mendel.analysis.Importance;
import dev.mendel.analysis.Interaction;
import dev.mendel.analysis.Surface;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;
import java.util.stream.IntStream;

/// What takes long to find out of many trials: which hyperparameters matter, and how they act together.
///
/// @param trials how many trials have an outcome from which it was found
/// @param objectives of several objectives the importance for each; empty for one
/// @param interactions and surfaces in scores
record Insights(
        int trials,
        List<Importance> importance,
        List<List<Importance>> objectives,
        List<Interaction> interactions,
        List<Surface> surfaces) {
    /// So many hyperparameters are shown two by two.
    private static final int PAIRED = 6;

    /// So many have surfaces.
    private static final int SURFACED = 4;

    /// Where they come from.
    interface Source {
        Insights of(List<Evaluation> evaluations, SearchSpace space, Goals goals);
    }

    static Insights of(List<Evaluation> evaluations, SearchSpace space, Goals goals) {
        List<Importance> importance = Importance.of(evaluations, space);
        return new Insights(
                evaluations.size(),
                importance,
                goals.several()
                        ? IntStream.range(0, goals.objectives().size())
                                .mapToObj(k -> Importance.of(evaluations, space, outcome -> goals.score(k, outcome)))
                                .toList()
                        : List.of(),
                Interaction.of(evaluations, paired(importance, space, PAIRED)),
                Surface.of(evaluations, paired(importance, space, SURFACED)));
    }

    private static List<Hyperparameter> paired(List<Importance> importance, SearchSpace space, int most) {
        List<Hyperparameter> inOrder = importance.isEmpty()
                ? space.hyperparameters()
                : importance.stream()
                        .map(each -> space.find(each.hyperparameter()).orElseThrow())
                        .toList();
        return inOrder.stream().limit(most).toList();
    }
}
