package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendel.cli.session.SessionRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The example of a program that Mendel tunes, as typed.
@Timeout(300)
class CommandExperimentTest {
    private static final String EXAMPLE = "experiments/command/experiment.yaml";

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String output;

    @BeforeEach
    void fixture() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "there is no python3 to run the example");
        mendel = new CommandLineFixture(folder);
        output = mendel.output().toString();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theExampleFindsSmallErrorsAndShowsThem() {
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output)).isZero();
        assertThat(mendel.out()).containsPattern("value +0\\.0[0-9]+ ± \\S+  over 2 evaluations");
        mendel.type("best", "latest", "--output", output, "--json");
        assertThat(mendel.out()).contains("\"value\":0.0").doesNotContain("\"value\":-", "score");
        mendel.type("best", "latest", "--output", output, "-n", "2");
        assertThat(mendel.out()).startsWith("rank   value");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out()).containsPattern(" 60 +\\d+ +\\d+ +0\\.0");
        mendel.type("export", "latest", "--output", output, "--csv");
        assertThat(mendel.out())
                .startsWith("trial,generation,state,value,")
                .containsPattern("\n1,0,finished,0\\.\\d+,");
        mendel.type("export", "latest", "--output", output, "--json");
        assertThat(mendel.out())
                .contains("\"direction\" : \"minimise\"", "\"best\" : 0.0")
                .doesNotContain("\"score\"", "\"value\" : -", "\"mean\" : -");
    }

    @Test
    void oneWorkerFindsWhatThreeFind() {
        mendel.type("evolve", EXAMPLE, "--output", output, "--workers", "1", "--trials", "25");
        List<String> one = best();
        mendel.type("evolve", EXAMPLE, "--output", output, "--workers", "3", "--trials", "25");
        assertThat(best()).isEqualTo(one).hasSizeBetween(2, 24);
    }

    @Test
    void aRunThatWasKilledGoesOnAsIfItHadNotBeen() throws Exception {
        mendel.type("evolve", EXAMPLE, "--output", output, "--trials", "30");
        List<String> uninterrupted = best();
        Path killed = folder.resolve("killed");
        Process process = CommandLineFixture.start(
                "evolve", EXAMPLE, "--output", killed.toString(), "--trials", "30", "--workers", "2");
        while (process.isAlive() && trials(killed) < 3) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroyForcibly().waitFor();
        assertThat(trials(killed)).isBetween(3, uninterrupted.size() - 1);
        assertThat(mendel.type("resume", "latest", "--output", killed.toString()))
                .isZero();
        output = killed.toString();
        assertThat(best()).isEqualTo(uninterrupted);
    }

    @Test
    void aRunGoesOnWhereverItIsMoved() throws IOException {
        Path project = folder.resolve("project");
        Files.createDirectories(project.resolve("model"));
        Files.writeString(project.resolve("model/one.py"), """
                import sys
                for line in sys.stdin:
                    print('{"value": 1}', flush=True)
                """);
        Path file = Files.writeString(project.resolve("e.yaml"), """
                experiment: e
                objective: {command: [python3, one.py], directory: model}
                space: {x: {real: [0, 1]}}
                budget: {trials: 5}
                """);
        assertThat(evolve(file, project)).isZero();
        Path moved = Files.move(project, folder.resolve("moved"));
        assertThat(resume(moved, "--trials", "7")).isZero();
        Path alone = Files.move(moved.resolve("output"), folder.resolve("alone"));
        assertThat(mendel.type("resume", "latest", "--output", alone.toString(), "--trials", "9"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("objective.directory: ", "is no directory", "--directory DIR");
        String model = moved.resolve("model").toString();
        assertThat(mendel.type("retest", "latest", "--output", alone.toString(), "-n", "1", "--directory", model))
                .isZero();
        assertThat(mendel.type(
                        "resume", "e-genetic", "--output", alone.toString(), "--trials", "9", "--directory", model))
                .isZero();
        assertThat(mendel.type("resume", "e-genetic", "--output", alone.toString(), "--trials", "11"))
                .isZero();
    }

    @Test
    void theBestOfANoisyRunRaceAgain() throws IOException {
        Files.writeString(folder.resolve("noisy.py"), """
                import json, random, sys
                for line in sys.stdin:
                    asked = json.loads(line)
                    x = asked["configuration"]["x"]
                    noise = random.Random(asked["seed"]).gauss(0, 0.1)
                    print(json.dumps({"trial": asked["trial"], "repeat": asked["repeat"], "value": x * x + noise}), flush=True)
                """);
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                experiment: e
                objective: {command: [python3, noisy.py], direction: minimise}
                space: {x: {real: [-1, 1]}}
                budget: {trials: 30}
                """);
        assertThat(evolve(file, folder)).isZero();
        String runs = folder.resolve("output").toString();
        assertThat(mendel.type("retest", "latest", "--race", "--output", runs)).isZero();
        assertThat(mendel.out())
                .contains("8 after 2 folds, 4 after 4 folds, 2 after 8 folds")
                .contains("over 16 evaluations");
        assertThat(mendel.type("retest", "latest", "--race", "--folds", "2", "--output", runs))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("--folds: 2 is not a whole number from 3, as a race needs");
    }

    @Test
    void anOutputThatIsMovedAloneFindsItsProgram() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("one.py"), """
                import sys
                for line in sys.stdin:
                    print('{"value": 1}', flush=True)
                """);
        Path file = Files.writeString(project.resolve("e.yaml"), """
                experiment: e
                objective: {command: [python3, one.py]}
                space: {x: {real: [0, 1]}}
                budget: {trials: 5}
                """);
        assertThat(evolve(file, project)).isZero();
        Path alone = Files.createDirectories(folder.resolve("far/away/from")).resolve("it");
        Files.move(project.resolve("output"), alone);
        assertThat(mendel.type("resume", "latest", "--output", alone.toString(), "--trials", "7"))
                .isZero();
    }

    private int evolve(Path file, Path project) {
        return mendel.type(
                "evolve", file.toString(), "--output", project.resolve("output").toString());
    }

    private int resume(Path project, String... options) {
        var words = new ArrayList<String>(List.of(
                "resume", "latest", "--output", project.resolve("output").toString()));
        words.addAll(List.of(options));
        return mendel.type(words.toArray(String[]::new));
    }

    @Test
    void checkMeasuresOneTrial() {
        assertThat(mendel.type("check", EXAMPLE)).isZero();
        assertThat(mendel.out()).contains("one trial ").contains("on one worker: features=");
    }

    @Test
    void aProgramThatIsNotThereIsAMistakeAndNoRun() {
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output, "--set", "objective.command=[pyhton3]"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("mendel: objective.command: there is no program pyhton3 on the PATH");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void roundsAreForDigitPairs() {
        String one = "{features: waves, degree: 1, optimizer: plain, learning-rate: 0.01}";
        assertThat(mendel.type("evaluate", EXAMPLE, "--output", output, "--set", "configurations=[" + one + "]"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).startsWith("mendel: objective: only digit-pairs can be evaluated in rounds");
    }

    @Test
    void aRunWithoutAnyValueSaysWhy() {
        String dies = "objective.command=[python3, -c, \"import nothing_there\"]";
        assertThat(mendel.type("evolve", EXAMPLE, "--output", output, "--trials", "20", "--set", dies))
                .isEqualTo(SessionRunner.FAILED);
        assertThat(mendel.out())
                .contains("nothing works")
                .containsPattern("(?m)^ +0\\S+ +– ")
                .contains("best        none: no trial has a score")
                .contains("one failed so: the program ended without an answer, with exit code 1:"
                        + " ModuleNotFoundError: No module named 'nothing_there'");
    }

    private List<String> best() {
        mendel.type("best", "latest", "--output", output, "-n", "100", "--json");
        return mendel.out().lines().toList();
    }

    private int trials(Path runs) {
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        mendel.type("best", "latest", "--output", runs.toString(), "-n", "100", "--json");
        return (int) mendel.out().lines().filter(line -> line.startsWith("{")).count();
    }
}
