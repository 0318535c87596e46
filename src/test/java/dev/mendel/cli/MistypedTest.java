package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told who makes a mistake.
class MistypedTest {
    @TempDir
    Path folder;

    private CommandLineFixture mendel;

    @BeforeEach
    void fixture() {
        mendel = new CommandLineFixture(folder);
    }

    @Test
    void aCommandsOwnHelpIsNamed() {
        mendel.type("bench", "search", "--tasks", "tasks", "--seeds", "0");
        assertThat(mendel.err())
                .isEqualToNormalizingNewlines(
                        "mendel: --seeds: 0 is not a whole number from 1\nSee: mendel bench search --help\n");
    }

    @Test
    void familiesOfLandscapesAreNamed() {
        assertThat(mendel.type("bench", "search", "--landscapes", "vally")).isEqualTo(2);
        assertThat(mendel.err())
                .contains("--landscapes: vally is not one of valley, two-basins, ellipsoid, steps, needle, mixed, all");
        assertThat(mendel.type("bench", "landscape", "vally")).isEqualTo(2);
        assertThat(mendel.err()).containsPattern("FAMILY: vally is not one of valley, .*, mixed\n");
        assertThat(mendel.type("bench", "search")).isEqualTo(2);
        assertThat(mendel.err()).contains("Missing option: --tasks=DIR or --landscapes=FAMILY");
    }

    @Test
    void noCommandIsAMistake() {
        assertThat(mendel.type()).isEqualTo(2);
        assertThat(mendel.err()).isEqualToNormalizingNewlines("mendel: a command is missing\nSee: mendel --help\n");
    }

    @Test
    void unknownOptionSuggestsTheNearest() {
        assertThat(mendel.type("evolve", "x.yaml", "--generation", "3")).isEqualTo(2);
        assertThat(mendel.err())
                .startsWith("mendel: unknown option --generation\n")
                .contains("--generations");
    }

    @Test
    void unknownCommandSuggestsTheNearest() {
        assertThat(mendel.type("evolv")).isEqualTo(2);
        assertThat(mendel.err()).contains("evolv").contains("evolve");
    }

    @Test
    void missingFileIsNamed() {
        assertThat(mendel.type("evolve", "nowhere.yaml")).isEqualTo(2);
        assertThat(mendel.err()).startsWith("nowhere.yaml: ").doesNotContain("Exception");
    }

    @Test
    void allFaultsOfAFileArePrintedWithTheirLines() throws IOException {
        Path file = mendel.write(
                "faulty.yaml",
                CommandLineFixture.TINY
                        .replace("real: [1e-4, 1e-1]", "real: [0.0, 1e-1]")
                        .replace("population: 4", "population: 1"));
        assertThat(mendel.type("check", file.toString())).isEqualTo(2);
        assertThat(mendel.err().lines()).hasSize(2).allMatch(line -> line.startsWith(file + ":"));
        assertThat(mendel.out()).isEmpty();
    }

    @Test
    void budgetOutOfRangeIsToldWithTheOption() throws IOException {
        Path file = mendel.write("tiny.yaml", CommandLineFixture.TINY);
        assertThat(mendel.type("evolve", file.toString(), "--trials", "0")).isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: --trials: 0 is not 1 or more");
    }

    @Test
    void workersOutOfRangeAreToldWithTheOption() throws IOException {
        Path file = mendel.write("tiny.yaml", CommandLineFixture.TINY);
        assertThat(mendel.type("evolve", file.toString(), "--workers", "0")).isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: --workers: 0 is not a whole number from 1 to 1024");
    }

    @Test
    void unknownRunIsToldWithWhatThereIs() {
        assertThat(mendel.type("best", "nothing", "--output", mendel.output().toString()))
                .isEqualTo(2);
        assertThat(mendel.err())
                .isEqualToNormalizingNewlines(
                        "mendel: nothing: no such run; there is none in " + mendel.output() + "\n");
    }

    @Test
    void missingDataAreNamed() throws IOException {
        Path file = mendel.write("tiny.yaml", CommandLineFixture.TINY);
        assertThat(mendel.type("evolve", file.toString(), "--data", folder.toString()))
                .isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: ").contains("train-images-idx3-ubyte");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void moreSeedsThanThereAreAreRefused() throws IOException {
        String file = mendel.write("tiny.yaml", CommandLineFixture.TINY).toString();
        String output = mendel.output().toString();
        assertThat(mendel.type("evolve", file, "--output", output, "--seed", "9223372036854775807", "--seeds", "2"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .startsWith(
                        "mendel: --seeds: 2 seeds from 9223372036854775807 on go beyond the largest, 9223372036854775807");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void tasksThatAreNotThereAreAMistake() {
        assertThat(mendel.type(
                        "bench", "search", "--tasks", folder.resolve("nowhere").toString()))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains("nowhere/spaces: there is no such file or folder")
                .doesNotContain("bug");
    }

    @Test
    void aGridOfAProgramCantBeMeasured() throws IOException {
        Path file = mendel.write("program.yaml", """
                experiment: program
                objective: {command: [cat]}
                space: {x: {choices: [1, 2]}}
                """);
        assertThat(mendel.type("bench", "grid", file.toString())).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains("objective: only digit-pairs can be measured")
                .doesNotContain("bug");
    }

    @Test
    void aBatchOfOneLeavesBatchNormalisationNothing() throws IOException {
        Path file = mendel.write("one.yaml", """
                experiment: one
                objective:
                  digit-pairs: {pairs: 24, folds: 2, epochs: 1, batch: 1, sharing: separate, tower: [linear 8, batch-norm, linear 10]}
                space: {learning-rate: {choices: [0.1, 0.01]}}
                """);
        assertThat(mendel.type("check", file.toString(), "--no-trial")).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("batch: 1, but batch-norm in the tower normalises single numbers");
    }
}
