package dev.mendel.cli;

import static dev.mendel.cli.ClusterFixture.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What can be typed with `--cluster`, against a cluster on this machine.
@Tag("cluster")
@EnabledOnOs(value = OS.LINUX, disabledReason = "every address 127.0.0.x is this machine's on Linux alone")
@Timeout(150)
class ClusterCommandsTest {
    @TempDir
    private static Path folder;

    private static ClusterFixture fixture;
    private static Standalone cluster;
    private static CommandLineFixture mendel;

    @BeforeAll
    static void start() throws Exception {
        fixture = new ClusterFixture(folder);
        mendel = new CommandLineFixture(folder);
        cluster = new Standalone(folder);
        cluster.worker("127.0.0.2", 2);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void aTrialThatEndsItsProcessFailsAndAllOthersFinish() throws Exception {
        String output = fixture.output("halting");
        Path experiment = fixture.slope("halting", """
                objective: {java: Slope.java, settings: {gate: GATE, millis: 1, halts above: 2.5, fails above: 9.0}}
                space: {x: {ordered: [1.0, 2.0, 3.0, 0.5]}}
                """);
        assertThat(run("grid", experiment, output, cluster.settings()))
                .as(mendel.err())
                .isZero();
        assertThat(ClusterFixture.rows(output, "select configuration, state from trials order by state"))
                .hasSize(4)
                .filteredOn(row -> row.getLast().equals("failed"))
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).contains("3"));
        assertThat(ClusterFixture.rows(output, "select reason from trials where state = 'failed'")
                        .getFirst()
                        .getFirst())
                .startsWith("the process that evaluated it ended, 4 times in 4");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out()).contains("on " + cluster.address());
    }

    @Test
    void severalObjectivesAndFoldsSideBySideInAProcessAreTheSame() throws Exception {
        Path experiment = fixture.slope("front", """
                objective:
                  java: Slope.java
                  settings: {gate: GATE, millis: 5, halts above: 9.0, fails above: 1.9}
                  repeats: 2
                objectives: {steepness: minimise, size: maximise}
                space: {x: {real: [-2, 2]}}
                budget: {trials: 16}
                """);
        sameAsHere("evolve", experiment, cluster.settings("spark.executor.cores 2", "spark.executor.memory 600m"));
    }

    @Test
    void aProgramWhoseTrialsRaceOverRungsIsSentAlongAndTheSame() throws Exception {
        Path experiments = Path.of("experiments/command");
        fixture.write("train.py", Files.readString(experiments.resolve("train.py")));
        Path experiment = fixture.write(
                "racing.yaml",
                Files.readString(experiments.resolve("experiment.yaml")).replace("trials: 60", "trials: 14"));
        sameAsHere("evolve", experiment, cluster.settings());
        assertThat(ClusterFixture.rows(
                        fixture.output("racing.yaml there"), "select 1 from trials where state = 'stopped'"))
                .isNotEmpty();
    }

    private static void sameAsHere(String command, Path experiment, Path settings) throws Exception {
        String here = fixture.output(experiment.getFileName() + " here");
        assertThat(mendel.type(command, experiment.toString(), "--output", here))
                .as(mendel.err())
                .isZero();
        String there = fixture.output(experiment.getFileName() + " there");
        assertThat(run(command, experiment, there, settings)).as(mendel.err()).isZero();
        assertThat(tables(there)).isEqualTo(tables(here));
        assertThat(ClusterFixture.hosts(there)).containsExactly("127.0.0.2");
    }

    @Test
    void programsAreToldTheGpusOfTheirSlots() throws Exception {
        Path gpus = fixture.write("gpus.sh", """
                #!/bin/sh
                echo '{"name": "gpu", "addresses": ["5", "6"]}'
                """);
        assertThat(gpus.toFile().setExecutable(true)).isTrue();
        fixture.write("look.py", """
                import json, os, sys
                for line in sys.stdin:
                    asked = json.loads(line)
                    gpu = float(os.environ["CUDA_VISIBLE_DEVICES"])
                    print(json.dumps({"trial": asked["trial"], "repeat": asked["repeat"], "value": gpu}), flush=True)
                """);
        Path experiment = fixture.write("gpus.yaml", """
                experiment: gpus
                objective: {command: [python3, look.py]}
                space: {x: {ordered: [1, 2, 3, 4, 5, 6, 7, 8]}}
                """);
        String output = fixture.output("gpus");
        Process worker = cluster.worker(
                "127.0.0.6",
                2,
                Path.of(System.getProperty("java.home")),
                List.of("-Dspark.worker.resource.gpu.amount=2", "-Dspark.worker.resource.gpu.discoveryScript=" + gpus));
        Path settings = cluster.settings("spark.executor.resource.gpu.amount 1", "spark.task.resource.gpu.amount 1");
        assertThat(run("grid", experiment, output, settings)).as(mendel.err()).isZero();
        assertThat(ClusterFixture.hosts(output)).containsExactly("127.0.0.6");
        assertThat(ClusterFixture.rows(output, "select distinct cast(score as integer) from folds order by 1"))
                .isEqualTo(List.of(List.of("5"), List.of("6")));
        Standalone.kill(worker);
    }

    @Test
    void aWrongSecretIsAMistakeInOneSentence() throws Exception {
        Path experiment = slope("secret");
        String output = fixture.output("secret");
        assertThat(run("evolve", experiment, output, cluster.settings("another secret", new String[0])))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains(cluster.address() + ": what answers there is no master of Spark")
                .contains("spark.authenticate.secret")
                .hasLineCount(1);
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void aMasterThatIsNotThereIsAMistakeInOneSentence() throws Exception {
        Path experiment = slope("nobody");
        String output = fixture.output("nobody");
        assertThat(mendel.type("evolve", experiment.toString(), "--output", output, "--cluster", "spark://127.0.0.1:9"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains("spark://127.0.0.1:9: no master answers there")
                .hasLineCount(1);
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void anAddressOfNoClusterIsAMistake() throws Exception {
        Path experiment = slope("nowhere");
        assertThat(mendel.type("evolve", experiment.toString(), "--cluster", "http://127.0.0.1:7077"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("is no address of a cluster; allowed are spark://HOST:PORT");
    }

    @Test
    void anOlderJavaOnAWorkerIsNamed() throws Exception {
        Optional<Path> older = older();
        assumeThat(older).as("an older JDK").isPresent();
        Files.createDirectory(folder.resolve("old"));
        try (var old = new Standalone(folder.resolve("old"))) {
            old.worker("127.0.0.3", 1, older.orElseThrow(), List.of());
            Path experiment = slope("older");
            assertThat(mendel.type(
                            "evolve",
                            experiment.toString(),
                            "--output",
                            fixture.output("older"),
                            "--cluster",
                            old.address(),
                            "--cluster-settings",
                            old.settings().toString()))
                    .isEqualTo(Failures.MISTAKE);
            assertThat(mendel.err()).contains("the Java on 127.0.0.3 is too old for Mendel, which needs 25");
        }
    }

    /// The folder of a JDK that is too old for Mendel and not for Spark; empty where there is none.
    private static Optional<Path> older() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(jdk -> jdk.toString().matches(".*\\b(17|21)\\b.*"))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                    .findFirst();
        }
    }

    private static Path slope(String name) throws IOException {
        return fixture.slope(name, """
                objective: {java: Slope.java, settings: {gate: GATE, millis: 1, halts above: 9.0, fails above: 9.0}}
                space: {x: {real: [-2, 2]}}
                budget: {trials: 4}
                """);
    }

    private static int run(String command, Path experiment, String output, Path settings) {
        return mendel.type(
                command,
                experiment.toString(),
                "--output",
                output,
                "--cluster",
                cluster.address(),
                "--cluster-settings",
                settings.toString());
    }
}
