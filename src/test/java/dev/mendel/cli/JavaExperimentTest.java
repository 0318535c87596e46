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
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output)).isZero();
        assertThat(mendel.out()).containsPattern("value +-?\\S+ ± \\S+  over 2 evaluations");
        mendel.type("best", "latest", "--output", output, "--json");
        double value = Double.parseDouble(mendel.out().replaceAll("(?s).*\"value\":([-0-9.E]+).*", "$1"));
        assertThat(value).isBetween(-0.01, 0.2);
    }

    @Test
    void aGroupTellsWhatTheObjectiveSaid() throws Exception {
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        mendel.type("evolve", EXAMPLE, "--output", output, "--trials", "12", "--seeds", "2");
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
                "evolve",
                EXAMPLE,
                "--output",
                output,
                "--trials",
                "20",
                "--set",
                "objective.java=Valley",
                "--set",
                "objective.jar=\"" + classes + "\"");
        assertThat(mendel.type("retest", "latest", "--output", output, "-n", "2", "--folds", "5"))
                .isZero();
        assertThat(mendel.out()).contains("over 5 evaluations");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out().lines().skip(2)).hasSize(1).allMatch(line -> line.startsWith("valley-retest-grid-"));
    }

    /// A class of the user's that throws when it is tested.
    private Path throwing(String method) throws Exception {
        Path source = Files.writeString(folder.resolve("Throwing.java"), """
                import dev.mendel.trial.FoldResult;
                import dev.mendel.trial.Objective;
                import dev.mendel.trial.Trial;
                import java.util.Optional;

                public class Throwing implements Objective {
                    @Override
                    public FoldResult evaluate(Trial trial, int fold) {
                        return FoldResult.of(METHOD("evaluate"));
                    }

                    @Override
                    public Optional<FoldResult> test(Trial trial) {
                        return Optional.of(FoldResult.of(METHOD("test")));
                    }

                    private static double METHOD(String method) {
                        if (method.equals("%s")) {
                            throw new IllegalStateException("as always in " + method);
                        }
                        return 1;
                    }
                }
                """.formatted(method));
        Path classes = CompiledObjective.classes(Files.createDirectory(folder.resolve("throwing")), List.of(source));
        return Files.writeString(folder.resolve("throwing.yaml"), """
                experiment: throwing
                objective: {java: Throwing, jar: "%s"}
                space: {x: {choices: [1, 2, 3]}}
                budget: {trials: 3}
                """.formatted(classes));
    }

    @Test
    void aTestThatThrowsIsToldAndTheRunHasItsPage() throws Exception {
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        assertThat(mendel.type("random", throwing("test").toString(), "--output", output))
                .isZero();
        assertThat(mendel.out()).contains("no test score: IllegalStateException: as always in test");
        assertThat(mendel.err()).doesNotContain("bug");
        assertThat(mendel.output()).isDirectoryRecursivelyContaining("glob:**report.html");
    }

    @Test
    void aTrialThatThrowsIsToldByCheck() throws Exception {
        var mendel = new CommandLineFixture(folder);
        mendel.type("check", throwing("evaluate").toString());
        assertThat(mendel.out() + mendel.err())
                .contains("IllegalStateException: as always in evaluate")
                .doesNotContain("bug");
    }
}
