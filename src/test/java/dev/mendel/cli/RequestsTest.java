package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of runs, going on or not, as typed.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class RequestsTest {
    private static final String EXPERIMENT = """
            experiment: asked
            objective:
              command: [sh, -c, "while [ -f hold ]; do sleep 0.05; done; echo $1", sh, "{x}", "{configuration}"]
              direction: minimise
            space:
              x: {real: [0, 10]}
              kind: {choices: [a, b]}
            evolution: {population: 4, children: 2}
            budget: {trials: 12}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String output;
    private String file;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        output = mendel.output().toString();
        file = mendel.write("asked.yaml", EXPERIMENT).toString();
    }

    private int type(String... words) {
        return mendel.type(words);
    }

    private List<String> trials(String run) {
        type("export", run, "--output", output, "--csv");
        return mendel.out()
                .lines()
                .map(line -> line.replaceAll(",[0-9.e-]+$", ""))
                .toList();
    }

    /// Trial, generation, state and value of each row: no times.
    private List<List<String>> kept(String run) {
        return trials(run).stream()
                .map(line -> List.of(line.split(",", -1)).subList(0, 4))
                .toList();
    }

    private String latest() {
        return RunDirectory.all(mendel.output()).getLast().name();
    }

    @Test
    void aConfigurationIsTriedInTheNextGenerationAndKept() throws IOException {
        assertThat(type("evolve", file, "--output", output, "--trials", "6")).isZero();
        String first = latest();
        assertThat(type("enqueue", first, "x=0.125", "kind=b", "--output", output))
                .isZero();
        assertThat(mendel.out()).contains("when it is resumed");
        for (int i = 1; i <= 3; i++) {
            assertThat(type("enqueue", first, "x=" + i, "--output", output)).isZero();
        }
        assertThat(type("resume", first, "--output", output, "--trials", "12")).isZero();
        assertThat(mendel.out()).contains("enqueued for generation 2: {\"x\": 0.125, \"kind\": b}");
        assertThat(Files.readString(mendel.output().resolve(first).resolve("experiment.yaml")))
                .contains(
                        "  - {generation: 2, configuration: {x: 0.125, kind: b}}",
                        "  - {generation: 2, configuration: {x: 1.0}}",
                        "  - {generation: 3, configuration: {x: 2.0}}",
                        "  - {generation: 3, configuration: {x: 3.0}}");
        List<List<String>> tried = kept(first);
        assertThat(tried.get(7)).containsSubsequence("7", "2", "finished", "0.125");

        String own = mendel.output().resolve(first).resolve("experiment.yaml").toString();
        assertThat(type("evolve", own, "--output", output)).isZero();
        assertThat(latest()).isNotEqualTo(first);
        assertThat(kept(latest())).isEqualTo(tried);
    }

    @Test
    void aRunThatGoesOnTakesInWhatIsAsked() throws Exception {
        Path hold = Files.createFile(folder.resolve("hold"));
        var other = new CommandLineFixture(folder);
        CompletableFuture<Integer> run =
                CompletableFuture.supplyAsync(() -> other.type("evolve", file, "--output", output));
        while (RunDirectory.all(mendel.output()).isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(type("enqueue", latest(), "x=0.25", "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.out()).contains("between two generations");
        assertThat(type("budget", latest(), "--trials", "16", "--output", output))
                .isZero();
        Thread.sleep(700);
        Files.delete(hold);
        assertThat(run.get()).isZero();
        assertThat(kept(latest())).hasSize(17);
        assertThat(trials(latest())).anyMatch(row -> row.contains(",1,finished,0.25,"));
        assertThat(other.out()).contains("changed while it goes on: budget.trials=16");
    }

    @Test
    void whatDoesNotFitIsRefusedAtOnce() {
        assertThat(type("grid", file, "--output", output)).isEqualTo(2);
        assertThat(type("evolve", file, "--output", output)).isZero();
        assertThat(type("enqueue", "latest", "z=1", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: z: no such hyperparameter");
        assertThat(type("enqueue", "latest", "x=11", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).startsWith("mendel: x: 11 is not a number from 0.0 to 10.0");
        assertThat(type("enqueue", "latest", "x", "--output", output)).isEqualTo(2);
        assertThat(type("budget", "latest", "--trials", "0", "--output", output))
                .isEqualTo(2);
        assertThat(type("random", file, "--output", output)).isZero();
        assertThat(type("enqueue", "latest", "x=1", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).contains("only evolutions take in configurations");
    }

    @Test
    void filesThatAreNoRequestsHarmNothing() throws IOException {
        assertThat(type("evolve", file, "--output", output, "--trials", "6")).isZero();
        Path requests =
                Files.createDirectories(mendel.output().resolve(latest()).resolve("requests"));
        Files.write(requests.resolve("notes~"), new byte[] {(byte) 0xff});
        Files.createDirectory(requests.resolve("folder"));
        Path unknown = Files.writeString(
                requests.resolve("00000000001764000000-123e4567-e89b-12d3-a456-426614174000"), "dance x");
        assertThat(type("resume", "latest", "--output", output, "--trials", "10"))
                .isZero();
        assertThat(mendel.out()).contains("a request is not understood: dance x");
        assertThat(unknown).doesNotExist();
    }

    @Test
    void runsOfAGroupDifferByTheirSeedsAlone() {
        assertThat(type("evolve", file, "--output", output, "--seeds", "2", "--trials", "6"))
                .isZero();
        assertThat(type("enqueue", latest(), "x=1", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).contains("belongs to the group asked-");
    }

    @Test
    void notesAreKeptAndRunsDeleted() {
        assertThat(type("evolve", file, "--output", output)).isZero();
        assertThat(type("note", "latest", "the", "first", "--output", output)).isZero();
        type("runs", "--output", output, "--json", "--filter", "note~FIRST", "--filter", "trials>=12");
        assertThat(mendel.out()).contains("\"note\":\"the first\"", "\"state\":\"trials\"");
        type("runs", "--output", output, "--filter", "best>100");
        assertThat(mendel.out()).contains("none of the 1 run");
        assertThat(type("runs", "--output", output, "--filter", "best>high")).isEqualTo(2);
        assertThat(type("note", "latest", "--remove", "--output", output)).isZero();
        assertThat(type("note", "latest", "--output", output)).isZero();
        assertThat(mendel.out().strip()).isEmpty();
        assertThat(type("delete", "latest", "--output", output)).isEqualTo(2);
        assertThat(mendel.err()).contains("--yes is missing");
        assertThat(type("delete", "latest", "--yes", "--output", output)).isZero();
        assertThat(RunDirectory.all(mendel.output())).isEmpty();
        assertThat(mendel.output()).isEmptyDirectory();
    }

    @Test
    void shellsCompleteTheNamesOfRuns() {
        assertThat(type("completion")).isZero();
        assertThat(mendel.out())
                .contains("_mendel_runs", "enqueue", "complete -F")
                .doesNotContain(RunNames.MARK);
    }
}
