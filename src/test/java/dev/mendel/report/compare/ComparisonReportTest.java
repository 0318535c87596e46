package dev.mendel.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.report.Browser;
import dev.mendel.report.MendelJson;
import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Reach;
import dev.mendel.report.compare.Comparison.Reference;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.trial.Direction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a comparison, opened in a browser.
class ComparisonReportTest {
    private static final ScoreUnit SHARES = new ScoreUnit(Direction.MAXIMISE, true);

    @TempDir
    Path folder;

    private static Member member(String strategy, int seed) {
        double best = 0.95 + seed / 1000.0;
        return new Member(
                strategy + "-" + seed,
                seed,
                40,
                1,
                3,
                120,
                60 + seed,
                31,
                best,
                "model=<both>",
                (long) seed,
                new Reach(8 + seed, 12),
                seed % 2 == 0 ? null : new Reach(20, 31),
                0.94,
                null,
                new Again(0.941, 0.002, List.of(0.94, 0.942)),
                List.of(new Step(2, 3, 0.9), new Step(20, 31, best)));
    }

    private static Arm arm(String name) {
        List<Quartiles> curve = List.of(new Quartiles(2, 0.89, 0.9, 0.91), new Quartiles(20, 0.95, 0.953, 0.956));
        return new Arm(
                name,
                IntStream.rangeClosed(1, 6).mapToObj(seed -> member(name, seed)).toList(),
                curve,
                curve);
    }

    @Test
    void everyChartDrawsSomethingInLightAndDark() throws Exception {
        var grid = new Grid("grid-1", 400, 2, 1200, 700, 380);
        var comparison = new Comparison(
                "sample",
                SHARES,
                Map.of(),
                new Reference(0.957, "model=both", 0.01, 0.005, grid),
                List.of(arm("genetic"), arm("random")),
                List.of());
        Path page = ComparisonReport.write(comparison, folder.resolve("comparison.html"));
        for (String colours : List.of("light", "dark")) {
            Browser.Opened opened = new Browser(folder).open(page, colours);
            assertThat(opened.charts()).isEqualTo(4);
            assertThat(opened.empty()).isEmpty();
            assertThat(opened.dom()).contains("A fair reading.", "3 of 6", "model=&lt;both&gt;");
        }
    }

    @Test
    void pageDrawnAgainKeepsWhatWasChosen() throws Exception {
        var comparison = new Comparison(
                "sample",
                SHARES,
                Map.of(),
                new Reference(0.957, "model=both", 0.01, 0.005, new Grid("grid-1", 400, 2, 1200, 700, 380)),
                List.of(arm("genetic"), arm("random")),
                List.of());
        Path page = ComparisonReport.write(comparison, folder.resolve("comparison.html"));
        String told = new Browser(folder).told(page, """
                const figure = name => document.querySelector(`[data-chart="${name}"]`),
                  press = (name, text) =>
                    [...figure(name).querySelectorAll("button")].find(each => each.textContent === text).click(),
                  made = () => echarts.getInstanceByDom(figure("best-so-far").querySelector(".chart"));
                press("best-so-far", "Compute seconds");
                press("best-so-far", "Log");
                press("finals", "Test of the run");
                made().dispatchAction({type: "legendToggleSelect", name: "random"});
                const before = made(), data = JSON.parse(document.getElementById("data").textContent);
                data.comparison.arms[0].runs.pop();
                mendel.draw(data);
                return [
                  made() === before,
                  made().getOption().legend[0].selected.random,
                  ...[...document.querySelectorAll("figure [aria-pressed=true]")].map(each => each.textContent),
                  document.querySelectorAll("#runs tbody tr").length,
                  document.body.dataset.empty === "",
                ].join();
                """);
        assertThat(told).isEqualTo("true,false,Compute seconds,Log,Searches,Trials,Test of the run,11,true");
    }

    @Test
    void whoMinimisesReadsWhatTheObjectiveSaid() throws Exception {
        Step last = new Step(20, 9, -12.5);
        var member = new Member(
                "genetic-1",
                1,
                20,
                0,
                0,
                20,
                9,
                9,
                -12.5,
                "x=1",
                null,
                new Reach(20, 9),
                null,
                -13.0,
                null,
                null,
                List.of(last));
        var curve = List.of(new Quartiles(20, -12.5, -12.5, -12.5));
        var scored = new Comparison(
                "sample",
                new ScoreUnit(Direction.MINIMISE, false),
                Map.of(),
                new Reference(-12.5, "x=1", 0.3, 0.15, null),
                List.of(new Arm("genetic", List.of(member), curve, curve)),
                List.of(new Difference("genetic", "random", "score", "a test", 2, -0.5, 0.04, 0.08)));
        Comparison comparison = new Valued(Direction.MINIMISE).of(scored);
        assertThat(MendelJson.ofRecords(comparison))
                .contains("\"best\":12.5", "\"median\":12.5", "\"difference\":0.5", "\"near\":0.3")
                .doesNotContain("-12.5", "NaN");
        assertThat(String.join("\n", ComparisonText.of(comparison)))
                .contains("values as they were told, less is better", "| 12.5000 |", "within 1 %")
                .contains("scored 12.5000 in the search and 13.0000 by the objective's own test, +0.5000.")
                .doesNotContain("-12.5", "1250", " points");
        Browser.Opened opened = new Browser(folder)
                .open(ComparisonReport.write(comparison, folder.resolve("comparison.html")), "light");
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("12.5", "value (less is better)").doesNotContain("-12.5", "1250");
    }

    @Test
    void runsThatFoundNothingAreShownSensibly() throws Exception {
        var nothing =
                new Member("random-1", 1, 3, 3, 0, 0, 0, 1, null, null, null, null, null, null, null, null, List.of());
        var comparison = new Comparison(
                "sample",
                SHARES,
                Map.of(),
                new Reference(Double.NaN, "", Double.NaN, Double.NaN, null),
                List.of(new Arm("random", List.of(nothing), List.of(), List.of())),
                List.of());
        Browser.Opened opened = new Browser(folder)
                .open(ComparisonReport.write(comparison, folder.resolve("comparison.html")), "light");
        assertThat(opened.charts()).isZero();
        assertThat(opened.dom()).contains("No run has a score yet.");
    }
}
