package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Reach;
import dev.mendel.report.compare.CurveTable.Curve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A comparison as Markdown.
public final class ComparisonText {
    private final Comparison comparison;
    private final ScoreUnit unit;
    private final CellText cell;
    private final Markdown text = new Markdown();

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
        this.unit = comparison.unit();
        this.cell = new CellText(unit);
    }

    /// The lines.
    public static List<String> of(Comparison comparison) {
        var written = new ComparisonText(comparison);
        written.write();
        return written.text.lines();
    }

    private void write() {
        text.line("# " + comparison.experiment());
        text.line("");
        text.line(reference());
        text.section("Results and cost");
        text.line("Medians over runs, with quartiles where there are several; " + unit.words()
                + ". Compute is the time of the threads that trained.");
        text.line("");
        heading(
                "strategy",
                "runs",
                "trials",
                "folds × epochs",
                "compute",
                "of the grid's",
                "wall time",
                "best",
                "rank");
        comparison.arms().forEach(this::costs);
        text.section("How soon");
        if (!unit.share()) {
            text.line("Distances are shares of the way from the median trial to the best.");
            text.line("");
        }
        var heading = new ArrayList<String>(List.of("strategy"));
        for (String distance : unit.share() ? List.of("1 point", "0.5 points") : List.of("1 %", "0.5 %")) {
            Collections.addAll(
                    heading,
                    "within " + distance,
                    "trials to " + distance,
                    "compute to " + distance,
                    "of the grid's to " + distance);
        }
        heading(heading.toArray(String[]::new));
        comparison.arms().forEach(this::reaches);
        text.section("Best so far, by trials");
        curves(Arm::byTrials, Places.TRIALS);
        text.section("Best so far, by compute");
        curves(Arm::bySeconds, Places.SECONDS);
        text.section("The winners in retests");
        heading("strategy", "score of the search", "test of the run", "other folds", "fresh pairs");
        comparison.arms().forEach(this::finals);
        if (!comparison.differences().isEmpty()) {
            text.section("Differences");
            heading("", "of", unit.share() ? "points" : "difference", "n", "test", "p", "p after Holm");
            comparison.differences().forEach(this::difference);
        }
        text.section("Runs");
        heading(
                "run",
                "seed",
                "trials",
                "failed",
                "taken over",
                "compute",
                "best",
                "rank",
                "test",
                "fresh pairs",
                "winner");
        comparison.arms().forEach(arm -> arm.runs().forEach(this::member));
        text.section("A fair reading");
        text.line(FairReading.of(comparison));
    }

    private String reference() {
        Grid grid = comparison.reference().grid();
        String best = unit.of(comparison.reference().best()) + ": "
                + comparison.reference().configuration();
        return grid == null
                ? "Without a complete grid, distances are measured from the best of all these runs, " + best
                : String.format(
                        Locale.ROOT,
                        "The best of all %,d points of the grid (`%s`): %s",
                        grid.points(),
                        grid.run(),
                        best);
    }

    private void costs(Arm arm) {
        row(
                arm.name(),
                Integer.toString(arm.runs().size()),
                Spread.of(arm.runs(), member -> (double) member.trials(), Spread::count),
                Spread.of(arm.runs(), member -> (double) member.passes(), Spread::count),
                Spread.of(arm.runs(), Member::computeSeconds, Spread::time),
                Spread.share(
                        arm.runs(),
                        Member::computeSeconds,
                        comparison.reference().grid()),
                Spread.of(arm.runs(), Member::wallSeconds, Spread::time),
                Spread.of(arm.runs(), Member::best, unit::of),
                Spread.of(arm.runs(), member -> member.rank() == null ? null : (double) member.rank(), Spread::count));
    }

    private void reaches(Arm arm) {
        var cells = new ArrayList<String>(List.of(arm.name()));
        for (Function<Member, @Nullable Reach> reach :
                List.<Function<Member, @Nullable Reach>>of(Member::near, Member::veryNear)) {
            long came = arm.runs().stream().map(reach).filter(Objects::nonNull).count();
            cells.add(came + " of " + arm.runs().size());
            cells.add(Spread.of(
                    arm.runs(), member -> of(reach.apply(member), found -> (double) found.trials()), Spread::count));
            Function<Member, @Nullable Double> seconds = member -> of(reach.apply(member), Reach::computeSeconds);
            cells.add(Spread.of(arm.runs(), seconds, Spread::time));
            cells.add(Spread.share(arm.runs(), seconds, comparison.reference().grid()));
        }
        row(cells.toArray(String[]::new));
    }

    private static @Nullable Double of(@Nullable Reach reach, Function<Reach, Double> number) {
        return reach == null ? null : number.apply(reach);
    }

    private void curves(Function<Arm, List<Quartiles>> curve, Places rounded) {
        new CurveTable(
                        comparison.arms().stream()
                                .map(arm -> new Curve(arm.name(), curve.apply(arm), isGrid(arm)))
                                .toList(),
                        rounded,
                        unit::of)
                .write(text);
    }

    private boolean isGrid(Arm arm) {
        Grid grid = comparison.reference().grid();
        return grid != null
                && arm.runs().stream().anyMatch(member -> member.run().equals(grid.run()));
    }

    private void finals(Arm arm) {
        row(
                arm.name(),
                cell.meanAndError(arm, Member::best),
                cell.meanAndError(arm, Member::test),
                cell.meanAndError(
                        arm,
                        member -> member.foldsAgain() == null
                                ? null
                                : member.foldsAgain().mean()),
                cell.meanAndError(
                        arm,
                        member -> member.freshPairs() == null
                                ? null
                                : member.freshPairs().mean()));
    }

    private void difference(Difference difference) {
        row(
                difference.one() + " − " + difference.other(),
                difference.of(),
                unit.difference(difference.difference()),
                Integer.toString(difference.count()),
                difference.test(),
                Spread.chance(difference.pValue()),
                Spread.chance(difference.adjusted()));
    }

    private void member(Member member) {
        Again fresh = member.freshPairs();
        row(
                member.run(),
                Long.toString(member.seed()),
                Spread.count((double) member.trials()),
                Spread.count((double) member.failed()),
                Spread.count((double) member.takenOver()),
                Spread.time(member.computeSeconds()),
                member.best() == null ? "" : unit.of(member.best()),
                member.rank() == null ? "" : Spread.count(member.rank()),
                member.test() == null ? "" : unit.of(member.test()),
                fresh == null ? "" : unit.of(fresh.mean()) + " ± " + unit.distance(fresh.standardError()),
                member.winner() == null ? "" : member.winner());
    }

    private void heading(String... cells) {
        text.heading(List.of(cells));
    }

    private void row(String... cells) {
        text.row(List.of(cells));
    }
}
