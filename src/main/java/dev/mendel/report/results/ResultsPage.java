package dev.mendel.report.results;

import dev.mendel.analysis.Importance;
import dev.mendel.experiment.Reported;
import dev.mendel.report.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Runs as Markdown: each with a table of its systems beside the reported results.
public final class ResultsPage {
    static final String PARAMETERS = "parameters";

    private ResultsPage() {}

    /// The section of one run.
    public static List<String> section(RunResults run, List<Reported> reported) {
        List<SystemRow> rows = SystemRow.of(run, reported);
        var lines = new ArrayList<String>();
        lines.add("## " + run.experiment());
        lines.add("");
        List<Importance> importance = run.importance();
        if (importance != null) {
            lines.addAll(mattered(importance));
        } else if (rows.isEmpty()) {
            lines.add(
                    reported.isEmpty()
                            ? "The experiment has no `reported` figures to stand beside."
                            : "No configuration with a reported figure has finished.");
        } else {
            lines.addAll(table(rows));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Run `%s`: %d trials (%d failed), %s by the clock, %s of processor time in trainings; Mendel %s.",
                run.run(),
                run.trials(),
                run.failed(),
                Durations.words(seconds(run.elapsedSeconds())),
                Durations.words(seconds(run.computedSeconds())),
                run.mendel()));
        if (run.partly() != null) {
            lines.add("Only " + run.partly() + " points were tried.");
        }
        return lines;
    }

    /// What a search found to matter, the hyperparameters that matter more than by chance first.
    private static List<String> mattered(List<Importance> importance) {
        var lines = new ArrayList<String>();
        lines.add(
                "A search picks by the figures that it shows, so these stand beside no others: `mendel retest` measures"
                        + " its best anew.");
        lines.add("");
        if (importance.isEmpty()) {
            lines.add("Too few trials have finished to tell what mattered.");
            return lines;
        }
        lines.add(
                "How much each hyperparameter, by itself, decides whether a trial is among the best tenth (PED-ANOVA), and"
                        + " what would be expected of it if these were chosen by lot:");
        lines.add("");
        lines.add("| hyperparameter | share % | by chance % | ratio |");
        lines.add("|---|---|---|---|");
        importance.stream()
                .filter(each -> ratio(each) > 1)
                .sorted(Comparator.comparingDouble(ResultsPage::ratio).reversed())
                .forEach(each -> lines.add(cells(
                        each.hyperparameter(),
                        String.format(Locale.ROOT, "%.1f", 100 * each.share()),
                        String.format(Locale.ROOT, "%.1f", 100 * each.chance()),
                        String.format(Locale.ROOT, "%.1f", ratio(each)))));
        String others = importance.stream()
                .filter(each -> ratio(each) <= 1)
                .map(Importance::hyperparameter)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            lines.add("");
            lines.add("No more than by chance: " + others + ".");
        }
        return lines;
    }

    private static double ratio(Importance importance) {
        return importance.chance() > 0 ? importance.share() / importance.chance() : 0;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    /// All rows whose figures tell who reported them, in one table, and what is said of it.
    ///
    /// @param reported the figures of each run
    public static List<String> overview(Map<RunResults, List<Reported>> reported) {
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
        cells.add(row.system().configuration().toString());
        cells.add(row.reported().measure());
        cells.add(reportedPercent(row.reported()));
        cells.add(herePercent(row));
        cells.add(Integer.toString(row.system().rounds()));
        cells.add(reachedWord(row));
        if (own) {
            cells.add(row.own()
                    .map(share -> percent(share) + " ("
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
        RunResults.Spread count = row.system().measures().get(PARAMETERS);
        String here = count == null ? "?" : String.format(Locale.ROOT, "%,.0f", count.mean());
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
        return percent(row.here()) + (row.isFlattered() ? ", best of " + row.candidates() : "");
    }

    private static String percent(RunResults.Spread share) {
        return String.format(Locale.ROOT, "%.2f ± %.2f", 100 * share.mean(), 100 * share.deviation());
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
