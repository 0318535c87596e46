package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.external.CompiledObjective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of a class of the user's own, as typed.
class JavaExperimentTest {
    private static final String EXAMPLE = "experiments/java/experiment.yaml";

    @TempDir
    Path folder;

    @Test
    void theExampleFindsTheValley() throws Exception {
        Path classes = CompiledObjective.classes(
                Files.createDirectory(folder.resolve("classes")), List.of(Path.of("experiments/java/Valley.java")));
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output, "--set", "objective.jar=\"" + classes + "\""))
                .isZero();
        assertThat(mendel.out()).containsPattern("value +-?\\S+ ± \\S+  over 2 evaluations");
        mendel.type("best", "latest", "--output", output, "--json");
        double value = Double.parseDouble(mendel.out().replaceAll("(?s).*\"value\":([-0-9.E]+).*", "$1"));
        assertThat(value).isBetween(-0.01, 0.2);
    }

    @Test
    void aGroupTellsWhatTheObjectiveSaid() throws Exception {
        Path classes = CompiledObjective.classes(
                Files.createDirectory(folder.resolve("classes")), List.of(Path.of("experiments/java/Valley.java")));
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        mendel.type(
                "evolve",
                EXAMPLE,
                "--output",
                output,
                "--trials",
                "12",
                "--seeds",
                "2",
                "--set",
                "objective.jar=\"" + classes + "\"");
        assertThat(mendel.out()).contains("failed   value").containsPattern("values +\\d\\S* to \\d");
        mendel.type("compare", "valley", "--output", output);
        assertThat(mendel.out()).contains("less is better").doesNotContain("| -");
        assertThat(mendel.output().resolve("comparison-valley.html")).content().contains("MINIMISE");
    }

    @Test
    void aFolderThatIsNotThereIsAMistakeAndNoRun() {
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output, "--set", "objective.jar=nowhere"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .startsWith("mendel: objective.jar: there is no file ")
                .contains("nowhere");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void aRetestEvaluatesTheBestWithFreshSeeds() throws Exception {
        Path classes = CompiledObjective.classes(
                Files.createDirectory(folder.resolve("classes")), List.of(Path.of("experiments/java/Valley.java")));
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        mendel.type(
                "evolve", EXAMPLE, "--output", output, "--trials", "20", "--set", "objective.jar=\"" + classes + "\"");
        assertThat(mendel.type("retest", "latest", "--output", output, "-n", "2", "--folds", "5"))
                .isZero();
        assertThat(mendel.out()).contains("over 5 evaluations");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out().lines().skip(2)).hasSize(1).allMatch(line -> line.startsWith("valley-retest-grid-"));
    }
}
