package dev.mendel.report.compare.front;

import dev.mendel.report.Figures;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.CurveTable;
import dev.mendel.report.compare.CurveTable.Curve;
import dev.mendel.report.compare.Markdown;
import dev.mendel.report.compare.Places;
import dev.mendel.report.compare.Spread;
import dev.mendel.report.compare.front.FrontComparison.Arm;
import dev.mendel.report.compare.front.FrontComparison.Axis;
import dev.mendel.report.compare.front.FrontComparison.Member;
import dev.mendel.report.compare.front.FrontComparison.Point;
import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison of fronts as Markdown.
final class FrontText {
    private static final int MOST_POINTS = 20;

    private final FrontComparison comparison;
    private final String reading;
    private final @Nullable Grid grid;
    private final Markdown text = new Markdown();

    private FrontText(FrontComparison comparison, String reading) {
        this.comparison = comparison;
        this.reading = reading;
        this.grid = comparison.reference().grid();
    }

    /// The lines.
    ///
    /// @param reading the conclusions that the numbers allow
    static List<String> of(FrontComparison comparison, String reading) {
        var written = new FrontText(comparison, reading);
        written.write();
        return written.text.lines();
    }

    private void write() {
        text.line("# " + comparison.experiment());
        text.line("");
        text.line(reference());
        text.line("");
        text.line("Hypervolumes and distances are measured on a scale from 0 to 1: "
                + comparison.objectives().stream().map(FrontText::scale).collect(Collectors.joining("; ")) + ".");
        costs();
        text.section("Hypervolume, by trials");
        curves(Arm::byTrials, Places.TRIALS);
        text.section("Hypervolume, by compute");
        curves(Arm::bySeconds, Places.SECONDS);
        front();
        if (comparison.objectives().size() == 2
                && !comparison.reference().points().isEmpty()) {
            new AttainedTable(comparison).write(text);
        }
        if (!comparison.differences().isEmpty()) {
            text.section("Differences");
            text.heading(List.of("", "of", "difference", "n", "test", "p", "p after Holm"));
            comparison.differences().forEach(this::difference);
        }
        runs();
        text.section("A fair reading");
        text.line(reading);
    }

    private String reference() {
        int points = comparison.reference().points().size();
        String size = String.format(
                Locale.ROOT,
                "%,d point%s with a hypervolume of %s",
                points,
                points == 1 ? "" : "s",
                Figures.of(comparison.reference().hypervolume()));
        return grid == null
                ? "Without a complete grid, fronts are compared with the front of all these runs together, " + size
                        + "."
                : String.format(
                        Locale.ROOT,
                        "The exact front of all %,d points of the grid (`%s`): %s.",
                        grid.points(),
                        grid.run(),
                        size);
    }

    private static String scale(Axis axis) {
        return axis.name() + " (" + (axis.direction() == Direction.MINIMISE ? "less" : "more") + " is better) "
                + (axis.scale() == Scale.LOG ? "by its logarithm " : "")
                + "from " + Figures.of(axis.zero()) + " to " + Figures.of(axis.one());
    }

    private void costs() {
        text.section("Results and cost");
        text.line("Medians over runs, with quartiles where there are several. Compute is the time of the threads that"
                + " trained. Found: points of the reference front that a run has a trial for that is as good in all"
                + " objectives. Distance: how far a front stays behind the reference, as IGD+; 0 is not at all.");
        text.line("");
        text.heading(List.of(
                "strategy",
                "runs",
                "trials",
                "folds × epochs",
                "compute",
                "of the grid's",
                "wall time",
                "hypervolume",
                "of the reference",
                "points",
                "found",
                "distance"));
        for (Arm arm : comparison.arms()) {
            List<Member> runs = arm.runs();
            text.row(List.of(
                    arm.name(),
                    Integer.toString(runs.size()),
                    Spread.of(runs, member -> (double) member.trials(), Spread::count),
                    Spread.of(runs, member -> (double) member.passes(), Spread::count),
                    Spread.of(runs, Member::computeSeconds, Spread::time),
                    Spread.share(runs, Member::computeSeconds, grid),
                    Spread.of(runs, Member::wallSeconds, Spread::time),
                    Spread.of(runs, Member::hypervolume, Figures::of),
                    Spread.of(runs, Member::share, Spread::percent),
                    Spread.of(runs, member -> (double) member.front().size(), Spread::count),
                    Spread.of(runs, member -> (double) member.found(), Spread::count) + " of "
                            + comparison.reference().points().size(),
                    Spread.of(runs, Member::distance, Figures::of)));
        }
    }

    private void curves(Function<Arm, List<Quartiles>> curve, Places rounded) {
        new CurveTable(
                        comparison.arms().stream()
                                .map(arm -> new Curve(arm.name(), curve.apply(arm), arm.isGrid(comparison.reference())))
                                .toList(),
                        rounded,
                        Figures::of)
                .write(text);
    }

    /// The points of the reference, or some of them from end to end.
    private void front() {
        List<Point> points = comparison.reference().points();
        text.section("The reference front");
        text.line("How many runs of each strategy have a trial as good in all objectives"
                + (points.size() > MOST_POINTS
                        ? String.format(Locale.ROOT, "; %d of %,d points, --json has all.", MOST_POINTS, points.size())
                        : "."));
        text.line("");
        var heading = new ArrayList<String>();
        comparison.objectives().forEach(axis -> heading.add(axis.name()));
        comparison.arms().forEach(arm -> heading.add(arm.name()));
        heading.add("configuration");
        text.heading(heading);
        for (int place : AttainedTable.spread(points.size(), MOST_POINTS)) {
            var cells = new ArrayList<String>();
            points.get(place).values().forEach(value -> cells.add(Figures.of(value)));
            comparison
                    .arms()
                    .forEach(arm -> cells.add(
                            arm.attained().get(place) + " of " + arm.runs().size()));
            cells.add(points.get(place).configuration());
            text.row(cells);
        }
    }

    private void difference(Difference difference) {
        text.row(List.of(
                difference.one() + " − " + difference.other(),
                difference.of(),
                (difference.difference() < 0 ? "" : "+") + Figures.of(difference.difference()),
                Integer.toString(difference.count()),
                difference.test(),
                Spread.chance(difference.pValue()),
                Spread.chance(difference.adjusted())));
    }

    private void runs() {
        text.section("Runs");
        text.heading(List.of(
                "run",
                "seed",
                "trials",
                "failed",
                "taken over",
                "compute",
                "hypervolume",
                "of the reference",
                "points",
                "found",
                "distance",
                "other folds",
                "fresh pairs"));
        comparison.arms().forEach(arm -> arm.runs().forEach(this::member));
    }

    private void member(Member member) {
        text.row(List.of(
                member.run(),
                Long.toString(member.seed()),
                Spread.count((double) member.trials()),
                Spread.count((double) member.failed()),
                Spread.count((double) member.takenOver()),
                Spread.time(member.computeSeconds()),
                Figures.of(member.hypervolume()),
                member.share() == null ? "" : Spread.percent(member.share()),
                Integer.toString(member.front().size()),
                member.found() + " of " + comparison.reference().points().size(),
                figure(member.distance()),
                figure(member.foldsAgain()),
                figure(member.freshPairs())));
    }

    private static String figure(@Nullable Double number) {
        return number == null ? "" : Figures.of(number);
    }
}
