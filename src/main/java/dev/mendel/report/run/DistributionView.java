package dev.mendel.report.run;

import dev.mendel.analysis.Distribution;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distribution of the finished trials' values.
///
/// @param name which of the trials, for people
/// @param distribution of the objective's own values
record DistributionView(String name, Distribution distribution) {
    /// With fewer finished trials halves say nothing.
    private static final int FEWEST_TO_HALVE = 20;

    /// All finished trials, and with enough of them both halves of the run; empty where none is finished.
    static List<DistributionView> of(List<Evaluation> evaluations, Direction direction) {
        double[] values = evaluations.stream()
                .flatMap(evaluation -> evaluation.outcome().score().stream())
                .map(Score::value)
                .mapToDouble(direction::value)
                .toArray();
        var views = new ArrayList<DistributionView>();
        if (values.length > 0) {
            views.add(new DistributionView("all", Distribution.of(values)));
        }
        if (values.length >= FEWEST_TO_HALVE) {
            int half = values.length / 2;
            views.add(new DistributionView("first half", Distribution.of(Arrays.copyOf(values, half))));
            views.add(new DistributionView(
                    "second half", Distribution.of(Arrays.copyOfRange(values, half, values.length))));
        }
        return views;
    }
}
