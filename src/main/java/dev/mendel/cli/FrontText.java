package dev.mendel.cli;

import dev.mendel.analysis.Front;
import dev.mendel.report.Figures;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The front of a run as a table: the trials that none beats in all objectives. With constraints those within,
/// or, where there are none, the one that is the least outside.
///
/// @param front in the order of one objective, its best first
record FrontText(Front front) {
    private static final int WIDTH = 11;

    /// @param by the place of the objective that is sorted by
    static FrontText of(StoredRun run, int by) {
        List<Evaluation> evaluations = run.trials().stream()
                .flatMap(trial -> trial.evaluation().stream())
                .toList();
        return new FrontText(Front.of(evaluations, run.manifest().goals()).sorted(by));
    }

    List<String> lines() {
        Goals goals = front.goals();
        if (front.evaluations().isEmpty()) {
            return List.of("no trial has all objectives' values yet");
        }
        var lines = new ArrayList<String>();
        lines.add(row(goals.objectives().stream().map(Goal::name).toList(), "trial", "configuration"));
        Set<Integer> whole = whole();
        for (Evaluation each : front.evaluations()) {
            var outcome = (Outcome.Finished) each.outcome();
            List<Double> values = goals.values(outcome).orElseThrow();
            lines.add(row(
                    IntStream.range(0, values.size())
                            .mapToObj(k -> whole.contains(k)
                                    ? String.format(Locale.ROOT, "%.0f", values.get(k))
                                    : Figures.of(values.get(k)))
                            .toList(),
                    each.trial().id().toString(),
                    each.trial().configuration()
                            + (goals.excess(outcome) > 0 ? "  (outside of the constraints)" : "")));
        }
        lines.add(front.evaluations().size() + " of " + front.among() + " finished trials are on the front");
        return lines;
    }

    /// The places of objectives that have whole numbers alone, such as counts.
    private Set<Integer> whole() {
        return IntStream.range(0, front.goals().objectives().size())
                .filter(k -> front.evaluations().stream()
                        .mapToDouble(each -> front.goals()
                                .values((Outcome.Finished) each.outcome())
                                .orElseThrow()
                                .get(k))
                        .allMatch(value -> value == Math.rint(value) && Math.abs(value) < 1e9))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static String row(List<String> figures, String trial, String rest) {
        var row = new StringBuilder();
        figures.forEach(figure -> row.append(String.format(Locale.ROOT, "%" + WIDTH + "s  ", figure)));
        return row.append(String.format(Locale.ROOT, "%5s  %s", trial, rest)).toString();
    }
}
