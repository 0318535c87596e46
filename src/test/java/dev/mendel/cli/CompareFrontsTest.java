package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.report.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons of runs with several objectives, as typed.
class CompareFrontsTest {
    /// More steps are worse in both objectives: the front of the 24 points of the grid has one for each width.
    private static final String MODEL = """
            import json, sys
            for line in sys.stdin:
                asked = json.loads(line)
                c = asked["configuration"]
                values = {"error": 1 / c["width"] + (c["step"] - 1) * 0.01, "size": c["width"] * c["step"],
                          "speed": 10 - c["width"]}
                print(json.dumps({"trial": asked["trial"], "repeat": asked["repeat"], "values": values}), flush=True)
            """;

    private static final String TWO = "objectives: {error: minimise, size: {direction: minimise, scale: log}}";

    @TempDir
    static Path folder;

    private static String output = "";

    private CommandLineFixture mendel;

    @BeforeAll
    static void runs() throws IOException {
        var mendel = new CommandLineFixture(folder);
        Files.writeString(folder.resolve("model.py"), MODEL);
        output = mendel.output().toString();
        String two = experiment("two", TWO);
        run(mendel, "grid", two, "--set", "budget.trials=24");
        run(mendel, "evolve", two, "--seeds", "5");
        run(mendel, "random", two, "--seeds", "5");
        run(mendel, "random", experiment("limited", TWO + "\nconstraints: {size: \"<= 8\"}"));
        run(mendel, "random", experiment("none", TWO + "\nconstraints: {size: \"<= 0\"}"));
        run(mendel, "random", experiment("other", "objectives: {error: minimise, speed: maximise}"));
        run(
                mendel,
                "random",
                experiment("three", "objectives: {error: minimise, size: minimise, speed: maximise}"),
                "--seeds",
                "2");
        run(mendel, "retest", "two-grid-1", "two-random-1to5", "--folds", "2");
    }

    private static String experiment(String name, String goals) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                        experiment: %s
                        objective: {command: [python3, model.py]}
                        %s
                        space:
                          width: {ordered: [1, 2, 4, 8, 16, 32]}
                          step: {ordered: [1, 2, 3, 4]}
                        budget: {trials: 12}
                        """.formatted(name, goals))
                .toString();
    }

    private static void run(CommandLineFixture mendel, String command, String... arguments) {
        var typed = new ArrayList<>(List.of(command));
        typed.addAll(List.of(arguments));
        typed.addAll(List.of("--output", output));
        assertThat(mendel.type(typed.toArray(String[]::new))).as(mendel.err()).isZero();
    }

    @BeforeEach
    void fixture() {
        mendel = new CommandLineFixture(folder);
    }

    private String text(String... runs) {
        run(mendel, "compare", runs);
        return mendel.out();
    }

    private JsonNode compare(String... runs) throws IOException {
        var arguments = new ArrayList<>(List.of(runs));
        arguments.add("--json");
        return new ObjectMapper().readTree(text(arguments.toArray(String[]::new)));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /// Whether one point's values, error and size, are as good as another's.
    private static boolean asGood(JsonNode one, JsonNode other) {
        return IntStream.range(0, 2)
                .allMatch(k -> one.at("/values/" + k).doubleValue()
                        <= other.at("/values/" + k).doubleValue());
    }

    @Test
    void runsAreMeasuredAgainstTheExactFrontOfTheGrid() throws IOException {
        JsonNode comparison = compare("two-grid-1", "two-genetic-1to5", "two-random-1to5");
        List<JsonNode> exact = list(comparison.at("/reference/points"));
        assertThat(comparison.at("/reference/grid/points").intValue()).isEqualTo(24);
        assertThat(exact).extracting(point -> point.at("/values/1").intValue()).containsExactly(32, 16, 8, 4, 2, 1);
        JsonNode grid = comparison.at("/arms/0/runs/0");
        assertThat(comparison.at("/arms/0/name").textValue()).isEqualTo("complete grid");
        assertThat(grid.path("share").doubleValue()).isEqualTo(1);
        assertThat(grid.path("found").intValue()).isEqualTo(6);
        assertThat(grid.path("distance").doubleValue()).isZero();
        for (JsonNode arm : comparison.path("arms")) {
            for (JsonNode run : arm.path("runs")) {
                List<JsonNode> front = list(run.path("front"));
                long found = exact.stream()
                        .filter(point -> front.stream().anyMatch(each -> asGood(each, point)))
                        .count();
                assertThat(run.path("found").intValue()).isEqualTo((int) found);
                assertThat(run.path("hypervolume").doubleValue())
                        .isBetween(0.0, comparison.at("/reference/hypervolume").doubleValue());
                assertThat(run.path("distance").doubleValue() == 0).isEqualTo(found == 6);
            }
        }
    }

    @Test
    void hypervolumeOfTheGridIsTheOneComputedByHand() throws IOException {
        JsonNode comparison = compare("two-grid-1");
        // 0 and 1 of the scale: errors 1/32 and 1/32 + 1.1 * 31/32; sizes 1 and 32^1.1 by their logarithms
        double hypervolume = 0;
        for (int k = 0; k < 6; k++) {
            double error = (1 / Math.pow(2, k) - 1.0 / 32) / (1.1 * 31 / 32);
            double low = k / 5.5;
            double high = k == 5 ? 1 : (k + 1) / 5.5;
            hypervolume += (1 - error) * (high - low);
        }
        assertThat(comparison.at("/reference/hypervolume").doubleValue()).isCloseTo(hypervolume, within(1e-12));
        assertThat(comparison.at("/objectives/1/one").doubleValue()).isCloseTo(Math.pow(32, 1.1), within(1e-9));
    }

    @Test
    void curvesEndAtTheHypervolumesOfTheRuns() throws IOException {
        JsonNode comparison = compare("two-random-1to5");
        JsonNode arm = comparison.at("/arms/0");
        List<JsonNode> runs = list(arm.path("runs"));
        double[] ends = runs.stream()
                .mapToDouble(run -> run.path("hypervolume").doubleValue())
                .sorted()
                .toArray();
        for (String curve : List.of("byTrials", "bySeconds")) {
            JsonNode last = list(arm.path(curve)).getLast();
            assertThat(last.path("lower").doubleValue()).isCloseTo(ends[1], within(1e-12));
            assertThat(last.path("median").doubleValue()).isCloseTo(ends[2], within(1e-12));
            assertThat(last.path("upper").doubleValue()).isCloseTo(ends[3], within(1e-12));
        }
        List<JsonNode> joint = list(comparison.at("/reference/points"));
        for (int i = 0; i < joint.size(); i++) {
            assertThat(arm.at("/attained/" + i).intValue()).isBetween(1, 5);
        }
        assertThat(arm.at("/surfaces/1/runs").intValue()).isEqualTo(3);
    }

    @Test
    void textSaysWhoFoundWhatAndHowToReadIt() {
        assertThat(text("two-grid-1", "two-genetic-1to5", "two-random-1to5"))
                .contains("The exact front of all 24 points of the grid", "6 points with a hypervolume of")
                .contains("size (less is better) by its logarithm from 1.0000 to 45.")
                .contains("| genetic | 5 | 12 |")
                .contains("| 0.0313 | 32.0000 |")
                .contains("error ≤ 0.0313")
                .contains("Mann-Whitney U test over runs", "Wilcoxon signed-rank test over seeds")
                .contains("The reference is the front of all 24 points of the grid")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void withoutAGridTheReferenceIsWhatAllFoundTogether() {
        assertThat(text("two-random-1to5"))
                .contains("Without a complete grid, fronts are compared with the front of all these runs together")
                .doesNotContain("Mann-Whitney", "NaN");
    }

    @Test
    void retestsTellTheHypervolumeAgain() throws IOException {
        for (JsonNode arm :
                compare("two-grid-1", "two-random-1to5", "two-retest").path("arms")) {
            for (JsonNode run : arm.path("runs")) {
                assertThat(run.path("foldsAgain").doubleValue())
                        .isCloseTo(run.path("hypervolume").doubleValue(), within(1e-12));
            }
        }
        assertThat(compare("two-random-1to5").at("/arms/0/runs/0/foldsAgain").isNull())
                .isTrue();
    }

    @Test
    void whatIsOutsideOfConstraintsCountsForNothing() throws IOException {
        JsonNode limited = compare("limited-random");
        assertThat(list(limited.at("/reference/points")))
                .isNotEmpty()
                .allSatisfy(
                        point -> assertThat(point.at("/values/1").intValue()).isLessThanOrEqualTo(8));
        assertThat(limited.path("constraints")).extracting(JsonNode::textValue).containsExactly("size <= 8");
        assertThat(text("none-random"))
                .contains("0 points with a hypervolume of 0.0000")
                .contains("Trials outside of the constraints (size <= 0) count for nothing here.")
                .doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void runsOfOtherGoalsAreRefused() {
        for (String command : List.of("compare", "retest")) {
            assertThat(mendel.type(command, "two-grid-1", "other-random", "--output", output))
                    .isEqualTo(Failures.MISTAKE);
            assertThat(mendel.err())
                    .contains("can't be compared with")
                    .contains("its objectives are error (minimise), speed (maximise) there,"
                            + " error (minimise), size (minimise, log) here");
        }
        mendel.type("compare", "two-grid-1", "limited-random", "--output", output);
        assertThat(mendel.err())
                .contains("its constraints are size <= 8 there, none here")
                .doesNotContain("its objectives");
    }

    @Test
    void everyChartDrawsSomethingInLightAndDark() throws Exception {
        Path page = folder.resolve("comparison.html");
        for (List<String> runs :
                List.of(List.of("two-grid-1", "two-genetic-1to5", "two-random-1to5"), List.of("three-random-1to2"))) {
            var arguments = new ArrayList<>(runs);
            arguments.addAll(List.of("--html", page.toString()));
            text(arguments.toArray(String[]::new));
            for (String colours : List.of("light", "dark")) {
                Browser.Opened opened = new Browser(folder).open(page, colours);
                assertThat(opened.charts()).isEqualTo(3);
                assertThat(opened.empty()).isEmpty();
                assertThat(opened.dom()).contains("A fair reading.", "size (less is better)");
            }
        }
        text("none-random", "--html", page.toString());
        assertThat(new Browser(folder).open(page, "light").dom())
                .contains("No run has a trial within the constraints yet.");
    }

    @Test
    void surfacesAndRunsAreDrawnAsChosen() throws Exception {
        Path page = folder.resolve("chosen.html");
        text("two-genetic-1to5", "two-random-1to5", "--html", page.toString());
        String told = new Browser(folder).told(page, """
                const figure = document.querySelector('[data-chart="fronts"]'),
                  made = () => echarts.getInstanceByDom(figure.querySelector(".chart")),
                  press = text =>
                    [...figure.querySelectorAll("button")].find(each => each.textContent === text).click(),
                  lines = () => made().getOption().series.filter(each => each.type === "line").length,
                  counts = [lines()];
                press("Quartiles");
                counts.push(lines());
                press("Each run");
                counts.push(lines());
                press("All points");
                mendel.draw(JSON.parse(document.getElementById("data").textContent));
                return [...counts, [...figure.querySelectorAll("[aria-pressed=true]")].map(each => each.textContent)].join();
                """);
        assertThat(told).isEqualTo("3,7,1,Each run,All points");
    }
}
