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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            lines.addAll(table(rows));
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

    /// All rows whose figures tell who reported them, in one table, and what is said of it.
    ///
    /// @param reported the figures of each run
    public static List<String> overview(Map<StoredRun, List<Reported>> reported) {
        List<SystemRow> rows = reported.entrySet().stream()
                .flatMap(entry -> SystemRow.of(entry.getKey(), entry.getValue()).stream())
                .filter(row -> !row.reported().by().isEmpty())
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("| report | system | reported % | here % | reached |");
        lines.add("|---|---|---|---|---|");
        rows.forEach(row -> lines.add(cells(
                row.reported().by(),
                row.reported().name()
                        + (row.reported().isUsual() ? "" : ": " + row.reported().measure()),
                reportedPercent(row.reported()),
                herePercent(row)
                        + row.own()
                                .map(own -> "; " + percent(own) + " at its own setting")
                                .orElse(""),
                reachedWord(row))));
        if (rows.stream().anyMatch(SystemRow::isFlattered)) {
            lines.add("");
            lines.add(
                    "*Best of* several configurations flatters: it was picked by the figure that it shows, as the report"
                            + " has picked its own. *At its own setting*: with the values that the report found best.");
        }
        return lines;
    }

    private static List<String> table(List<SystemRow> rows) {
        boolean named = rows.stream().anyMatch(row -> !row.reported().name().isEmpty());
        boolean own = rows.stream().anyMatch(row -> row.own().isPresent());
        var lines = new ArrayList<String>();
        var columns = new ArrayList<String>();
        columns.add("system");
        if (named) {
            columns.add("configuration");
        }
        columns.addAll(List.of("measure", "reported %", "here %", "rounds", "reached"));
        if (own) {
            columns.add("at the report's own setting");
        }
        columns.add("parameters (reported)");
        lines.add(cells(columns.toArray(String[]::new)));
        lines.add("|" + "---|".repeat(columns.size()));
        rows.forEach(row -> lines.add(line(row, named, own)));
        return lines;
    }

    private static String line(SystemRow row, boolean named, boolean own) {
        var cells = new ArrayList<String>();
        if (named) {
            cells.add(row.reported().name());
        }
        cells.add(row.evaluation().trial().configuration().toString());
        cells.add(row.reported().measure());
        cells.add(reportedPercent(row.reported()));
        cells.add(herePercent(row));
        cells.add(Integer.toString(row.rounds().size()));
        cells.add(reachedWord(row));
        if (own) {
            cells.add(row.own()
                    .map(percents -> percent(percents) + " ("
                            + row.reported().own().entrySet().stream()
                                    .map(entry -> entry.getKey() + "="
                                            + entry.getValue().display())
                                    .collect(Collectors.joining(" "))
                            + ")")
                    .orElse(""));
        }
        cells.add(parameters(row));
        return cells(cells.toArray(String[]::new));
    }

    private static String parameters(SystemRow row) {
        String here = row.rounds().stream()
                .findFirst()
                .map(round -> round.measures().get(PARAMETERS))
                .map(count -> String.format(Locale.ROOT, "%,.0f", count))
                .orElse("?");
        return row.reported().parameters().isEmpty()
                ? here
                : here
                        + String.format(
                                Locale.ROOT,
                                " (%,d)",
                                row.reported().parameters().getAsLong());
    }

    private static String reachedWord(SystemRow row) {
        return row.reached()
                ? "yes"
                : String.format(
                        Locale.ROOT, "no, the bar is %.2f", row.reported().bar());
    }

    private static String reportedPercent(Reported figure) {
        String mean = String.format(Locale.ROOT, "%.2f", figure.percent());
        return figure.deviation().isEmpty()
                ? mean
                : mean
                        + String.format(
                                Locale.ROOT, " ± %.2f", figure.deviation().getAsDouble());
    }

    private static String herePercent(SystemRow row) {
        return percent(row.percents()) + (row.isFlattered() ? ", best of " + row.candidates() : "");
    }

    private static String percent(double[] percents) {
        return String.format(Locale.ROOT, "%.2f ± %.2f", Statistics.mean(percents), Statistics.deviation(percents));
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
