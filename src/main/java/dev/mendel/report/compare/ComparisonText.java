package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A comparison as Markdown.
public final class ComparisonText {
    private static final double[] SHARES = {0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1};

    private final Comparison comparison;
    private final ScoreUnit unit;
    private final CellText cell;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
        this.unit = comparison.unit();
        this.cell = new CellText(unit, comparison.reference().grid());
    }

    /// The lines.
    public static List<String> of(Comparison comparison) {
        var text = new ComparisonText(comparison);
        text.write();
        return text.lines;
    }

    private void write() {
        line("# " + comparison.experiment());
        line("");
        line(reference());
        section("Results and cost");
        line("Medians over runs, with quartiles where there are several; " + unit.words()
                + ". Compute is the time of the threads that trained.");
        line("");
        row("strategy", "runs", "trials", "folds × epochs", "compute", "of the grid's", "wall time", "best", "rank");
        rule(9);
        comparison.arms().forEach(this::costs);
        section("How soon");
        if (!unit.share()) {
            line("Distances are shares of the way from the median trial to the best.");
            line("");
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
        row(heading.toArray(String[]::new));
        rule(9);
        comparison.arms().forEach(this::reaches);
        section("Best so far, by trials");
        curves(Arm::byTrials, Quartiles::at, Places.TRIALS);
        section("Best so far, by compute");
        curves(Arm::bySeconds, Quartiles::at, Places.SECONDS);
        section("The winners in retests");
        row("strategy", "score of the search", "test of the run", "other folds", "fresh pairs");
        rule(5);
        comparison.arms().forEach(this::finals);
        if (!comparison.differences().isEmpty()) {
            section("Differences");
            row("", "of", unit.share() ? "points" : "difference", "n", "test", "p", "p after Holm");
            rule(7);
            comparison.differences().forEach(this::difference);
        }
        section("Runs");
        row(
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
        rule(11);
        comparison.arms().forEach(arm -> arm.runs().forEach(this::member));
        section("A fair reading");
        line(FairReading.of(comparison));
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
                CellText.spread(arm, member -> (double) member.trials(), CellText::count),
                CellText.spread(arm, member -> (double) member.passes(), CellText::count),
                CellText.spread(arm, Member::computeSeconds, CellText::time),
                cell.share(arm, Member::computeSeconds),
                CellText.spread(arm, Member::wallSeconds, CellText::time),
                CellText.spread(arm, Member::best, unit::of),
                CellText.spread(arm, member -> member.rank() == null ? null : (double) member.rank(), CellText::count));
    }

    private void reaches(Arm arm) {
        var cells = new ArrayList<String>(List.of(arm.name()));
        for (Function<Member, @Nullable Reach> reach :
                List.<Function<Member, @Nullable Reach>>of(Member::near, Member::veryNear)) {
            long came = arm.runs().stream().map(reach).filter(Objects::nonNull).count();
            cells.add(came + " of " + arm.runs().size());
            cells.add(CellText.spread(
                    arm, member -> of(reach.apply(member), found -> (double) found.trials()), CellText::count));
            Function<Member, @Nullable Double> seconds = member -> of(reach.apply(member), Reach::computeSeconds);
            cells.add(CellText.spread(arm, seconds, CellText::time));
            cells.add(cell.share(arm, seconds));
        }
        row(cells.toArray(String[]::new));
    }

    private static @Nullable Double of(@Nullable Reach reach, Function<Reach, Double> number) {
        return reach == null ? null : number.apply(reach);
    }

    /// Each arm's quartiles at some places along the longest curve, complete grids aside.
    ///
    /// @param rounded a place as it is shown
    private void curves(Function<Arm, List<Quartiles>> curve, ToDoubleFunction<Quartiles> at, Places rounded) {
        double most = comparison.arms().stream()
                .filter(arm -> comparison.arms().size() == 1 || !isGrid(arm))
                .map(curve)
                .filter(points -> !points.isEmpty())
                .mapToDouble(points -> at.applyAsDouble(points.getLast()))
                .max()
                .orElse(0);
        List<Double> places = Arrays.stream(SHARES)
                .mapToObj(share -> rounded.of(most * share))
                .distinct()
                .toList();
        var heading = new ArrayList<String>(List.of("strategy"));
        places.forEach(place -> heading.add(rounded.text(place)));
        row(heading.toArray(String[]::new));
        rule(heading.size());
        for (Arm arm : comparison.arms()) {
            var cells = new ArrayList<String>(List.of(arm.name()));
            places.forEach(place -> cells.add(quartiles(curve.apply(arm), at, place)));
            row(cells.toArray(String[]::new));
        }
    }

    private boolean isGrid(Arm arm) {
        Grid grid = comparison.reference().grid();
        return grid != null
                && arm.runs().stream().anyMatch(member -> member.run().equals(grid.run()));
    }

    private String quartiles(List<Quartiles> curve, ToDoubleFunction<Quartiles> at, double place) {
        Quartiles last = null;
        for (Quartiles point : curve) {
            last = at.applyAsDouble(point) <= place ? point : last;
        }
        return last == null ? "" : CellText.quartiles(last.lower(), last.median(), last.upper(), unit::of);
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
                CellText.chance(difference.pValue()),
                CellText.chance(difference.adjusted()));
    }

    private void member(Member member) {
        Again fresh = member.freshPairs();
        row(
                member.run(),
                Long.toString(member.seed()),
                CellText.count((double) member.trials()),
                CellText.count((double) member.failed()),
                CellText.count((double) member.takenOver()),
                CellText.time(member.computeSeconds()),
                member.best() == null ? "" : unit.of(member.best()),
                member.rank() == null ? "" : CellText.count(member.rank()),
                member.test() == null ? "" : unit.of(member.test()),
                fresh == null ? "" : unit.of(fresh.mean()) + " ± " + unit.distance(fresh.standardError()),
                member.winner() == null ? "" : member.winner());
    }

    private void section(String title) {
        line("");
        line("## " + title);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void rule(int columns) {
        line("|" + "---|".repeat(columns));
    }

    private void line(String line) {
        lines.add(line);
    }
}
