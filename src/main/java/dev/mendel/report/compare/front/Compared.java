package dev.mendel.report.compare.front;

import dev.mendel.report.Page;
import dev.mendel.report.compare.ComparedRun;
import dev.mendel.report.compare.Comparing;
import dev.mendel.report.compare.Comparison;
import dev.mendel.report.compare.ComparisonReport;
import dev.mendel.report.compare.ComparisonText;
import dev.mendel.report.compare.ScoreUnit;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;
import java.util.List;

/// A comparison in all its forms: of fronts where the runs have several objectives, else of scores.
///
/// @param experiment the experiment's name
/// @param numbers for programs
/// @param text as Markdown
/// @param view the data of the page
public record Compared(String experiment, Record numbers, List<String> text, Page page, Record view) {

    /// The content of a page of fronts.
    ///
    /// @param name the file name of its exports
    /// @param fairReading the conclusions that the numbers allow
    private record View(String name, FrontComparison comparison, String fairReading) {}

    /// Compares runs.
    ///
    /// @param runs runs of one experiment, objective, data and goals, and retests of their winners; at least one
    ///     that is no retest
    /// @param unit of their scores
    public static Compared of(List<ComparedRun> runs, ScoreUnit unit) {
        return page(runs.getFirst().run()) == Page.FRONTS ? fronts(runs, unit) : scores(runs, unit);
    }

    /// The page of a comparison with a run.
    public static Page page(StoredRun run) {
        return run.manifest().goals().several() ? Page.FRONTS : Page.COMPARISON;
    }

    private static Compared scores(List<ComparedRun> runs, ScoreUnit unit) {
        Comparison comparison = Comparing.of(runs, unit);
        return new Compared(
                comparison.experiment(),
                comparison,
                ComparisonText.of(comparison),
                Page.COMPARISON,
                ComparisonReport.view(comparison));
    }

    private static Compared fronts(List<ComparedRun> runs, ScoreUnit unit) {
        FrontComparison comparison = FrontComparing.of(runs);
        String reading = FrontReading.of(comparison, unit);
        return new Compared(
                comparison.experiment(),
                comparison,
                FrontText.of(comparison, reading),
                Page.FRONTS,
                new View("comparison-" + comparison.experiment(), comparison, reading));
    }

    /// Writes the page.
    ///
    /// @param file in a folder that is there
    /// @return the page's file
    public Path write(Path file) {
        return page.write(file, experiment + ", a comparison – Mendel", view);
    }
}
