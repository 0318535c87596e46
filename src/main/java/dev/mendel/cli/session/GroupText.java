package dev.mendel.cli.session;

import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.store.Group;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A group of runs as people read it.
final class GroupText {
    private GroupText() {}

    /// A line for each run, and a summary of them all.
    ///
    /// @param output where they are, as it has to be typed
    static List<String> of(Group group, List<RunDirectory> runs, String output) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("group       " + group.name());
        Direction direction = direction(runs);
        String word = direction.noun();
        lines.add("  seed  trials  failed   " + word + "    test  elapsed  run");
        var scores = new DoubleSummaryStatistics();
        for (RunDirectory directory : runs) {
            try (StoredRun run = StoredRun.snapshot(directory)) {
                lines.add(line(run, scores));
            }
        }
        if (scores.getCount() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%ss      %s to %s, mean %s, of %d runs of %d",
                    word,
                    Figures.of(scores.getMin()),
                    Figures.of(scores.getMax()),
                    Figures.of(scores.getAverage()),
                    scores.getCount(),
                    group.count()));
        }
        lines.add("compare     " + Typed.command("compare", group.name() + output));
        return lines;
    }

    private static Direction direction(List<RunDirectory> runs) {
        try (StoredRun run = StoredRun.snapshot(runs.getFirst())) {
            return run.manifest().direction();
        }
    }

    private static String line(StoredRun run, DoubleSummaryStatistics scores) {
        Optional<Evaluation> best = run.best(1).stream().findFirst();
        Direction direction = run.manifest().direction();
        double score = best.flatMap(evaluation -> evaluation.outcome().score())
                .map(direction::value)
                .orElse(Double.NaN);
        if (!Double.isNaN(score)) {
            scores.accept(score);
        }
        Optional<FoldResult> test =
                best.flatMap(evaluation -> run.test(evaluation.trial().id()));
        RunStatus status = run.status();
        return String.format(
                Locale.ROOT,
                "%6d  %6d  %6d  %6s  %6s  %7s  %s",
                run.manifest().seed().value(),
                status.over(),
                status.failed(),
                Double.isNaN(score) ? "-" : Figures.of(score),
                test.map(result -> Figures.of(direction.value(result.score()))).orElse("-"),
                Durations.clock(status.elapsed()),
                run.directory().name());
    }
}
