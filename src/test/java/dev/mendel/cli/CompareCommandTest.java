package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons and exports of real, tiny runs, as typed.
@Tag("training")
class CompareCommandTest {
    private static final String EXPERIMENT = """
            experiment: tiny
            objective:
              digit-pairs: {pairs: 24, folds: 2, epochs: 2, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              model:         {choices: [sharing, auxiliary]}
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {ordered: [1e-3, 1e-2]}
              lambda:        {ordered: [0.2, 0.9], when: {model: [auxiliary]}}
            evolution: {population: 4, children: 2}
            budget: {generations: 2}
            """;

    @TempDir
    static Path folder;

    private static String file = "";
    private static String output = "";

    private CommandLineFixture mendel;

    @BeforeAll
    static void runs() throws IOException {
        var mendel = new CommandLineFixture(folder);
        file = mendel.write("tiny.yaml", EXPERIMENT).toString();
        output = mendel.output().toString();
        assertThat(mendel.type("grid", file, "--output", output)).isZero();
        assertThat(mendel.type("evolve", file, "--output", output, "--seeds", "2", "--known", "tiny-grid"))
                .isZero();
        assertThat(mendel.type("random", file, "--output", output, "--seeds", "2", "--known", "tiny-grid"))
                .isZero();
        assertThat(mendel.type("grid", file, "--output", output, "--shuffle", "--limit", "3"))
                .isZero();
        assertThat(mendel.type(
                        "retest",
                        "tiny-grid-1",
                        "tiny-genetic-1to2",
                        "tiny-random-1to2",
                        "--output",
                        output,
                        "-n",
                        "1",
                        "--folds",
                        "3",
                        "--rounds",
                        "4"))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.type("evolve", file, "--output", output, "--set", "seed=9"))
                .isZero();
    }

    @BeforeEach
    void fixture() {
        mendel = new CommandLineFixture(folder);
    }

    private JsonNode compare(String... runs) throws IOException {
        var arguments = new ArrayList<>(List.of("compare", "--output", output, "--json"));
        arguments.addAll(List.of(runs));
        assertThat(mendel.type(arguments.toArray(String[]::new)))
                .as(mendel.err())
                .isZero();
        return new ObjectMapper().readTree(mendel.out());
    }

    @Test
    void aWinnerHasItsExactPlaceInTheCompleteGrid() throws IOException {
        JsonNode comparison = compare("tiny-grid-1", "tiny-genetic-1to2", "tiny-random-1to2");
        double best = comparison.at("/reference/best").doubleValue();
        assertThat(comparison.at("/reference/grid/points").intValue()).isEqualTo(12);
        assertThat(comparison.at("/arms/0/name").textValue()).isEqualTo("complete grid");
        assertThat(comparison.at("/arms/0/runs/0/rank").intValue()).isEqualTo(1);
        for (JsonNode arm : comparison.path("arms")) {
            for (JsonNode run : arm.path("runs")) {
                boolean first = run.path("best").doubleValue() == best;
                assertThat(run.path("rank").intValue() == 1).isEqualTo(first);
            }
        }
    }

    @Test
    void costsAreThoseOfTheTrainingWhoeverDidIt() throws IOException {
        JsonNode comparison = compare("tiny-grid-1", "tiny-random-1to2");
        JsonNode grid = comparison.at("/reference/grid");
        assertThat(grid.path("passes").intValue()).isEqualTo(12 * 2 * 2);
        for (JsonNode run : comparison.at("/arms/1/runs")) {
            assertThat(run.path("takenOver").intValue()).isEqualTo(8);
            assertThat(run.path("computeSeconds").doubleValue())
                    .isGreaterThan(0)
                    .isLessThan(grid.path("computeSeconds").doubleValue());
        }
    }

    @Test
    void textSaysWhoFoundWhatAndHowToReadIt() {
        assertThat(mendel.type(
                        "compare",
                        "tiny-grid-1",
                        "tiny-genetic-1to2",
                        "tiny-random-1to2",
                        "tiny-retest",
                        "--output",
                        output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("tiny-retest: 2 runs begin so");
        assertThat(mendel.type(
                        "compare",
                        "tiny-grid-1",
                        "tiny-genetic-1to2",
                        "tiny-random-1to2",
                        "tiny-retest-rounds",
                        "tiny-retest-grid",
                        "--output",
                        output))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.out())
                .contains("The best of all 12 points of the grid")
                .contains("| genetic | 2 | 8 |")
                .contains("| random | 2 | 8 |")
                .contains("paired t test over rounds")
                .contains("## A fair reading")
                .contains("on pairs that no search had seen (rounds of fresh pairs)")
                .doesNotContain("NaN");
    }

    @Test
    void withoutACompleteGridTheBestFoundIsTheMeasure() {
        assertThat(mendel.type("compare", "tiny-genetic-1to2", "tiny-shuffled", "--output", output))
                .isZero();
        assertThat(mendel.out())
                .contains("Without a complete grid")
                .contains("shuffled-grid (3 of 12 points)")
                .doesNotContain("NaN");
    }

    @Test
    void evolutionsOfOtherSettingsAreOtherStrategies() {
        mendel.type(
                "evolve",
                file,
                "--output",
                output,
                "--known",
                "tiny-grid",
                "--seed",
                "7",
                "--set",
                "evolution.elite=0");
        assertThat(mendel.type("compare", "tiny-genetic-1to2", "latest", "--output", output))
                .isZero();
        assertThat(mendel.out()).contains("| genetic (elite 1) | 2 |").contains("| genetic (elite 0) | 1 |");
    }

    @Test
    void runsThatScoreOtherwiseAreRefused() throws IOException {
        String other;
        try (var runs = Files.list(Path.of(output))) {
            other = runs.map(run -> run.getFileName().toString())
                    .filter(name -> name.startsWith("tiny-genetic-9"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(mendel.type("compare", "tiny-grid-1", other, "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains("can't be compared with")
                .contains("the experiment's seed is 9 there, 1 here");
        assertThat(mendel.type("retest", "tiny-grid-1", other, "--output", output))
                .isEqualTo(2);
    }

    @Test
    void exportIsATableOfTrials() throws IOException {
        Path table = folder.resolve("trials.csv");
        assertThat(mendel.type("export", "tiny-grid-1", "--csv", "--to", table.toString(), "--output", output))
                .as(mendel.err())
                .isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(13);
        assertThat(lines.getFirst())
                .startsWith("trial,generation,state,score,spread,seconds,trained epochs,taken from,failure,model,"
                        + "optimizer,learning-rate,lambda,fold 1,fold 2,mean ");
        assertThat(lines.get(1)).startsWith("1,0,finished,").contains(",sharing,sgd,0.001,,");
    }

    @Test
    void exportIsAllThatWasKept() throws IOException {
        assertThat(mendel.type("export", "tiny-genetic-1-", "--json", "--output", output))
                .as(mendel.err())
                .isZero();
        JsonNode run = new ObjectMapper().readTree(mendel.out());
        assertThat(run.path("trials")).hasSize(8);
        assertThat(run.at("/trials/0/folds/1/epochs/1/epoch").intValue()).isEqualTo(2);
        assertThat(run.at("/trials/0/taken-from").textValue()).startsWith("tiny-grid-1");
        assertThat(run.path("generations")).hasSize(3);
        assertThat(run.at("/generations/2/population")).hasSize(4);
        assertThat(run.path("individuals")).hasSize(8);
    }

    @Test
    void exportWantsAForm() {
        assertThat(mendel.type("export", "tiny-grid-1", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).contains("--csv").contains("--json");
    }
}
