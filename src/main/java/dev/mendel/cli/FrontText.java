package dev.mendel.cli;

import dev.mendel.report.Figures;
import dev.mendel.search.pareto.Fronts;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The front of a run as a table: the trials that none beats in all objectives. With constraints those within,
/// or, where there are none, the one that is the least outside.
///
/// @param evaluations in the order of one objective, its best first
record FrontText(Goals goals, List<Evaluation> evaluations, int trials) {
    private static final int WIDTH = 11;

    /// @param by the place of the objective that is sorted by
    static FrontText of(StoredRun run, Goals goals, int by) {
        List<Evaluation> all = run.trials().stream()
                .map(StoredTrial::evaluation)
                .flatMap(Optional::stream)
                .filter(each -> goals.worth(each.outcome()).getFirst() > Double.NEGATIVE_INFINITY)
                .toList();
        List<double[]> worth = all.stream()
                .map(each -> goals.worth(each.outcome()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        List<Evaluation> front = Fronts.first(worth).stream()
                .sorted(Comparator.comparingDouble(place -> -worth.get(place)[by]))
                .map(all::get)
                .toList();
        return new FrontText(goals, front, all.size());
    }

    List<String> lines() {
        if (evaluations.isEmpty()) {
            return List.of("no trial has all objectives' values yet");
        }
        var lines = new ArrayList<String>();
        lines.add(row(goals.objectives().stream().map(Goal::name).toList(), "trial", "configuration"));
        for (Evaluation each : evaluations) {
            var outcome = (Outcome.Finished) each.outcome();
            lines.add(row(
                    goals.values(outcome).orElseThrow().stream()
                            .map(Figures::of)
                            .toList(),
                    each.trial().id().toString(),
                    each.trial().configuration()
                            + (goals.excess(outcome) > 0 ? "  (outside of the constraints)" : "")));
        }
        lines.add(evaluations.size() + " of " + trials + " finished trials are on the front");
        return lines;
    }

    private static String row(List<String> figures, String trial, String rest) {
        var row = new StringBuilder();
        figures.forEach(figure -> row.append(String.format(Locale.ROOT, "%" + WIDTH + "s  ", figure)));
        return row.append(String.format(Locale.ROOT, "%5s  %s", trial, rest)).toString();
    }
}
