package dev.mendel.report.results;

import dev.mendel.analysis.Statistics;
import dev.mendel.experiment.Reported;
import dev.mendel.report.Durations;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Runs as Markdown: each with a table of its systems beside the reported results.
public final class ResultsPage {
    static final String PARAMETERS = "parameters";

    private ResultsPage() {}

    /// The section of one run.
    public static List<String> section(StoredRun run, List<Reported> reported) {
        Manifest manifest = run.manifest();
        StoredRun.Status status = run.status();
        List<SystemRow> rows = SystemRow.of(run, reported);
        var lines = new ArrayList<String>();
        lines.add("## " + manifest.experiment());
        lines.add("");
        if (rows.isEmpty()) {
            lines.add(
                    reported.isEmpty()
                            ? "The experiment has no `reported` figures to stand beside."
                            : "No configuration with a reported figure has finished.");
        } else {
            lines.add("| system | measure | reported % | here % | rounds | reached | parameters (reported) |");
            lines.add("|---|---|---|---|---|---|---|");
            rows.forEach(row -> lines.add(line(row)));
        }
        lines.add("");
        Duration computed = run.best(Integer.MAX_VALUE).stream()
                .flatMap(evaluation -> folds(evaluation).stream())
                .map(FoldResult::time)
                .reduce(Duration.ZERO, Duration::plus);
        lines.add(String.format(
                Locale.ROOT,
                "Run `%s`: %d trials (%d failed), %s by the clock, %s of processor time in trainings; Mendel %s.",
                run.directory().name(),
                status.finished() + status.failed(),
                status.failed(),
                Durations.words(status.elapsed()),
                Durations.words(computed),
                new TreeMap<>(manifest.provenance()).getOrDefault("mendel", "?")));
        return lines;
    }

    private static List<FoldResult> folds(Evaluation evaluation) {
        return evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> folds) ? folds : List.of();
    }

    private static String line(SystemRow row) {
        Reported reported = row.reported();
        double[] percents = row.percents();
        String parameters = row.rounds().stream()
                .findFirst()
                .map(round -> round.measures().get(PARAMETERS))
                .map(count -> String.format(Locale.ROOT, "%,.0f", count))
                .orElse("?");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f%s | %.2f ± %.2f | %d | %s | %s%s |",
                row.evaluation().trial().configuration(),
                reported.measure(),
                reported.percent(),
                reported.deviation().isPresent()
                        ? String.format(
                                Locale.ROOT, " ± %.2f", reported.deviation().getAsDouble())
                        : "",
                Statistics.mean(percents),
                Statistics.deviation(percents),
                percents.length,
                row.reached() ? "yes" : String.format(Locale.ROOT, "no, the bar is %.2f", reported.bar()),
                parameters,
                reported.parameters().isPresent()
                        ? String.format(
                                Locale.ROOT, " (%,d)", reported.parameters().getAsLong())
                        : "");
    }
}
