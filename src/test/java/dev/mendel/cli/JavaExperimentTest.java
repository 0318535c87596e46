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
        assertThat(mendel.out()).containsPattern("value +-?0\\.[0-9]+ ± 0\\.[0-9]+  over 2 evaluations");
        mendel.type("best", "latest", "--output", output, "--json");
        double value = Double.parseDouble(mendel.out().replaceAll("(?s).*\"value\":([-0-9.E]+).*", "$1"));
        assertThat(value).isBetween(-0.01, 0.2);
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
}
