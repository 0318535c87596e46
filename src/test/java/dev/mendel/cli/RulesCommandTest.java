package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Searches of a space with rules, as typed.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class RulesCommandTest {
    private static final String EXPERIMENT = """
            experiment: ruled
            objective: {command: [sh, -c, "echo $1", sh, "{width}", "{configuration}"]}
            space:
              kind: {choices: [flat, deep]}
              width: {integer: [16, 64], step: 16}
              layers: {integer: [1, 4], when: {kind: deep}}
            forbidden:
              - {kind: flat, width: "> 48"}
            where: layers * width <= 128
            evolution: {population: 4, children: 2}
            budget: {trials: 12}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = mendel.write("ruled.yaml", EXPERIMENT).toString();
        output = mendel.output().toString();
    }

    /// 3 flat ones; deep ones of 16: 4, 32: 4, 48: 2, 64: 2.
    @Test
    void theGridHasWhatTheRulesLeave() {
        for (String shuffle : List.of("--limit=15", "--shuffle")) {
            assertThat(mendel.type("grid", file, shuffle, "--set", "budget={trials: 100}", "--output", output))
                    .as(mendel.err())
                    .isZero();
            assertThat(mendel.out()).contains("points      15 of different effect, 32 as written");
            assertThat(asked()).hasSize(15).doesNotHaveDuplicates().noneMatch(RulesCommandTest::isBroken);
        }
    }

    @Test
    void anEvolutionAsksForNothingForbidden() {
        assertThat(mendel.type("evolve", file, "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(asked()).hasSizeGreaterThan(8).noneMatch(RulesCommandTest::isBroken);
        assertThat(mendel.type("resume", "latest", "--trials", "14", "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(asked()).hasSizeGreaterThan(12).noneMatch(RulesCommandTest::isBroken);
    }

    @Test
    void checkShowsTheRules() {
        assertThat(mendel.type("check", file, "--no-trial")).isZero();
        assertThat(mendel.out())
                .contains(
                        "width   a whole number from 16 to 64 in steps of 16",
                        "forbidden   kind is flat and width > 48",
                        "where       layers * width <= 128",
                        "size        32 points as written, 15 different configurations that keep the rules");
    }

    @Test
    void aMistypedRuleIsToldWithItsPlace() throws IOException {
        String mistyped = mendel.write("m.yaml", EXPERIMENT.replace("layers * width", "layer * width"))
                .toString();
        assertThat(mendel.type("evolve", mistyped, "--output", output)).isEqualTo(2);
        assertThat(mendel.err())
                .isEqualToNormalizingNewlines(mistyped + ":9: where: no such hyperparameter: layer"
                        + " (did you mean \"layers\"?); the space has kind, width, layers\n");
        assertThat(mendel.type("check", file, "--set", "where=width > 64")).isEqualTo(2);
        assertThat(mendel.err()).contains("the rules leave hardly anything: 10000 random configurations all broke");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void whatBreaksARuleIsNotTakenIn() throws IOException {
        mendel.type("evolve", file, "--output", output);
        assertThat(mendel.type("enqueue", "latest", "kind=flat", "width=64", "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: is forbidden: kind is flat and width > 48");
        assertThat(mendel.type("enqueue", "latest", "width=64", "--output", output))
                .as(mendel.err())
                .isZero();
        String table = mendel.write("t.csv", "kind,width,layers,score\nflat,64,,3\ndeep,64,2,1\n")
                .toString();
        assertThat(mendel.type("import", file, table, "--output", output)).isZero();
        assertThat(mendel.out()).contains("imported    1 trial", "t.csv:2: is forbidden: kind is flat and width > 48");
    }

    @Test
    void aRunOfOtherRulesIsAskedForWhatItHas() throws IOException {
        mendel.type("grid", file, "--set", "budget={trials: 100}", "--output", output);
        String looser = mendel.write("looser.yaml", EXPERIMENT.replace("<= 128", "<= 200"))
                .toString();
        assertThat(mendel.type(
                        "grid", looser, "--set", "budget={trials: 100}", "--output", output, "--known", "latest"))
                .as(mendel.err())
                .isZero();
        assertThat(asked()).hasSize(18);
        assertThat(mendel.out()).doesNotContain("none of the run's space");
    }

    @Test
    void aGridThatTakesLongToCountHasAtMostSoMany() throws IOException {
        String large = mendel.write("large.yaml", """
                experiment: large
                objective: {command: [sh, -c, "echo 1", "{x}", "{y}"]}
                space: {x: {integer: [1, 5000]}, y: {integer: [1, 5000]}}
                where: x + 100 < y
                """).toString();
        assertThat(mendel.type("check", large, "--no-trial")).isZero();
        assertThat(mendel.out()).contains("at most 25,000,000 different configurations that keep the rules");
        for (String order : List.of("--verbose", "--shuffle")) {
            assertThat(mendel.type("grid", large, "--limit", "3", order, "--output", output))
                    .as(mendel.err())
                    .isZero();
            assertThat(mendel.out())
                    .contains("points      at most 25,000,000 of different effect, 25,000,000 as written")
                    .contains("tried       3 of at most 25,000,000 points");
        }
    }

    @Test
    void aGridOfWhichNothingIsLeftIsRefused() throws IOException {
        String empty = mendel.write("empty.yaml", """
                experiment: empty
                objective: {command: [echo, "{x}"]}
                space: {x: {real: [0, 1], grid: [0.1, 0.2]}}
                where: x > 0.5
                """).toString();
        assertThat(mendel.type("grid", empty, "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).contains("no point of the grid keeps the rules, so there is none to try");
    }

    /// Kind, width and layers of each trial.
    private List<String> asked() {
        mendel.type("export", "latest", "--output", output, "--csv");
        List<String> lines = mendel.out().lines().toList();
        List<String> heading = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> String.join(
                        " ",
                        cells[heading.indexOf("kind")],
                        cells[heading.indexOf("width")],
                        cells[heading.indexOf("layers")]))
                .toList();
    }

    private static boolean isBroken(String trial) {
        List<String> values = Arrays.asList(trial.split(" ", -1));
        int width = Integer.parseInt(values.get(1));
        return values.getFirst().equals("flat") ? width > 48 : width * Integer.parseInt(values.get(2)) > 128;
    }
}
