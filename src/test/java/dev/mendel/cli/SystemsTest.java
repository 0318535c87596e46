package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fixed systems from file to table, as typed.
@Tag("training")
class SystemsTest {
    private static final String SYSTEMS = """
            experiment: systems
            objective:
              digit-pairs:
                pairs: 24
                rounds: 3
                folds: 2
                epochs: 2
                batch: 8
                systems:
                  wide: {tower: [linear 12, batch-norm, relu, linear 10], sharing: shared}
                  apart: {tower: [linear 8, relu, linear 10], sharing: separate, auxiliary: false}
            space:
              system: {choices: [wide, apart]}
              optimizer: {choices: [sgd, adam]}
            reported:
              - {of: {system: wide}, percent: 1, parameters: 2674}
              - {by: A & B, name: ApartNet, of: {system: apart}, own: {optimizer: sgd}, percent: 99.9, deviation: 0.1}
              - {by: A & B, name: the same, of: {system: apart}, own: {optimizer: adam}, percent: 1}
              - {of: {system: wide}, measure: first digit accuracy, percent: 0.5}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = mendel.write("systems.yaml", SYSTEMS).toString();
        output = mendel.output().toString();
    }

    @Test
    void evaluateTrainsEachConfigurationOnceInEveryRound() {
        assertThat(mendel.type("evaluate", file, "--output", output)).isZero();
        assertThat(mendel.out().lines())
                .filteredOn(line -> line.contains("system="))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("system=apart optimizer=adam"));
        assertThat(mendel.out()).contains("over 3 rounds of fresh pairs");
    }

    @Test
    void anInterruptedEvaluationGoesOnToTheSameResults() {
        mendel.type("evaluate", file, "--output", output, "--workers", "1", "--trials", "2", "--quiet");
        mendel.type("resume", "latest", "--output", output, "--workers", "2", "--trials", "100", "--quiet");
        List<String> resumed = best();
        mendel.type("evaluate", file, "--output", output, "--workers", "2", "--quiet");
        assertThat(best()).isEqualTo(resumed).hasSize(4);
    }

    @Test
    void resultsStandBesideWhatWasReported() {
        mendel.type("evaluate", file, "--output", output, "--quiet");
        assertThat(mendel.type("results", "latest", "--output", output)).isZero();
        assertThat(mendel.out().lines())
                .anyMatch(line -> line.matches(
                        "\\|  \\| system=wide optimizer=\\w+ \\| comparison accuracy \\| 1.00 \\| [0-9.]+ ± [0-9.]+, best"
                                + " of 2 \\| 3 \\| yes \\| (.* \\| )?[0-9,]+ \\(2,674\\) \\|"))
                .anyMatch(line -> line.startsWith("| ApartNet | system=apart") && line.contains("no, the bar is 99.80"))
                .anyMatch(line ->
                        line.matches("\\| A & B \\| ApartNet \\| 99.90 ± 0.10 \\| [0-9.]+ ± [0-9.]+, best of 2(; .* at"
                                + " its own setting)? \\| no, the bar is 99.80 \\|"))
                // one of its two configurations is the best, and the other stands beside it
                .satisfiesOnlyOnce(line -> assertThat(line).contains(" at its own setting | "))
                .anyMatch(line -> line.contains("| first digit accuracy | 0.50 |"))
                .anyMatch(line -> line.contains("4 trials (0 failed)"));
    }

    @Test
    void keptResultsArePrintedAgainWhenTheRunIsGone() throws IOException {
        mendel.type("evaluate", file, "--output", output, "--quiet");
        Path kept = folder.resolve("kept");
        assertThat(mendel.type("results", "latest", "--output", output, "--keep", kept.toString()))
                .isZero();
        String printed = mendel.out();
        assertThat(mendel.type("results", kept.resolve("systems.json").toString()))
                .isZero();
        assertThat(mendel.out()).isEqualTo(printed).contains("at its own setting");

        Path renamed = mendel.write("renamed.yaml", SYSTEMS.replace("ApartNet", "SeparateNet"));
        mendel.type(
                "results", "latest", "--output", output, "--keep", kept.toString(), "--reported", renamed.toString());
        mendel.type("results", kept.resolve("systems.json").toString());
        assertThat(mendel.out()).contains("SeparateNet").doesNotContain("ApartNet");
    }

    @Test
    void aFileThatKeepsNoResultsIsSaid() throws IOException {
        Path other = mendel.write("other.json", "{\"run\": 1}");
        assertThat(mendel.type("results", other.toString())).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains(other + ": keeps no results of a run: experiment is missing");
        Path broken = mendel.write("broken.json", "{");
        mendel.type("results", broken.toString());
        assertThat(mendel.err()).contains(broken + ": is no JSON: ");
        mendel.type("results", folder.resolve("none.json").toString());
        assertThat(mendel.err()).contains("none.json: can't be read");
    }

    @Test
    void retestTriesTheBestOfEachSystemUnderMoreFoldsAndFreshPairs() throws IOException {
        mendel.type("grid", file, "--output", output, "--quiet");
        assertThat(mendel.type(
                        "retest",
                        "latest",
                        "--output",
                        output,
                        "-n",
                        "1",
                        "--per",
                        "system",
                        "--folds",
                        "4",
                        "--rounds",
                        "2"))
                .isZero();
        assertThat(mendel.out()).contains("cross-validated over 4 folds").contains("over 2 rounds of fresh pairs");
        try (var runs = Files.list(Path.of(output))) {
            assertThat(runs.map(run -> run.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("systems-retest-grid-1-"))
                    .anyMatch(name -> name.startsWith("systems-retest-rounds-1-"));
        }
        assertThat(best()).hasSize(2);
        assertThat(mendel.type("resume", "latest", "--output", output)).isZero();
    }

    @Test
    void theBestOfEachSystemStandBesideWhatRetestsMadeOfThem() {
        mendel.type("grid", file, "--output", output, "--quiet");
        mendel.type(
                "retest", "latest", "--output", output, "-n", "1", "--per", "system", "--folds", "4", "--rounds", "2");
        assertThat(mendel.type(
                        "results",
                        "systems-grid",
                        "systems-retest-grid",
                        "systems-retest-rounds",
                        "--per",
                        "system",
                        "-n",
                        "2",
                        "--output",
                        output))
                .isZero();
        assertThat(mendel.out().lines())
                .contains("### system = wide", "### system = apart")
                .contains("| optimizer | 2 folds % | 4 folds % | 2 rounds % | first digit % | second digit % | rank |")
                .filteredOn(line -> line.matches("\\| (sgd|adam) .*"))
                .hasSize(4)
                .anyMatch(line -> line.endsWith("| 1 |"))
                .filteredOn(line -> line.endsWith("| – | – | – | – | – |"))
                .hasSize(2);
        assertThat(mendel.type("results", "systems-grid", "--per", "size", "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("--per: size is none of system, optimizer");
    }

    @Test
    void describeTellsLayersShapesAndParameters() {
        assertThat(mendel.type("describe", file)).isZero();
        assertThat(mendel.out())
                .containsPattern("linear 12 +12 numbers +2,364\n")
                .containsPattern("batch-norm +12 numbers +24\n")
                .containsPattern("both towers +3,332\n")
                .containsPattern("head +20 numbers in\n");
    }

    @Test
    void describeTellsBranchesToo() {
        String classifier = "objective.digit-pairs.systems.wide.classifier=[linear 7, relu, linear 10]";
        assertThat(mendel.type("describe", file, "--set", classifier)).isZero();
        assertThat(mendel.out())
                .containsPattern("classifier +10 numbers in\n +linear 7 +7 numbers +77\n +relu +7 numbers\n")
                .containsPattern("linear 10 +10 numbers +80\n");
    }

    @Test
    void describeSaysWhatTrainingDoesBesideDescending() {
        assertThat(mendel.type(
                        "describe",
                        file,
                        "--set",
                        "objective.digit-pairs.schedule=one-cycle",
                        "--set",
                        "objective.digit-pairs.label-smoothing=0.1",
                        "--set",
                        "objective.digit-pairs.shift=1"))
                .isZero();
        assertThat(mendel.out()).contains("trained with schedule one-cycle, label-smoothing 0.1, shift 1.0\n");
        mendel.type("describe", file);
        assertThat(mendel.out()).doesNotContain("trained with");
    }

    @Test
    void theReportsNetworksHaveTheReportedNumbersOfParameters() {
        mendel.type("describe", "experiments/reports/deng-li-grid.yaml");
        assertThat(mendel.out()).containsPattern("in all +377,826\n");
        mendel.type("describe", "experiments/reports/kim-grid.yaml");
        assertThat(mendel.out()).containsPattern("in all +87,878\n");
        mendel.type("describe", "experiments/reports/papadopoulos.yaml");
        assertThat(mendel.out()).containsPattern("in all +72,554\n");
    }

    @Test
    void aSystemWhoseLayersDoNotFitIsRefusedAlsoBesideSoundOnes() {
        String pools = "objective.digit-pairs.systems.wide.tower=[pool 2, pool 2, pool 4, linear 10]";
        assertThat(mendel.type("describe", file, "--set", pools)).isEqualTo(2);
        assertThat(mendel.err()).contains("of system wide").contains("layer 3 (pool 4): 1 channel of 3x3 come in");
    }

    @Test
    void aGridWithoutValuesIsRefused() {
        assertThat(mendel.type("grid", file, "--output", output, "--set", "space.learning-rate={real: [0.1, 1]}"))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains("space.learning-rate: has no grid values, and every one is to be tried; give it some");
    }

    private List<String> best() {
        mendel.type("best", "latest", "--output", output, "-n", "100");
        return mendel.out().lines().skip(1).toList();
    }
}
