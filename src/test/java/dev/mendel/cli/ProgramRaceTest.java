package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trials of programs race over epochs: the same are stopped whatever the workers and interruptions, and no
/// process is left.
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "python3 has another name there")
class ProgramRaceTest {
    /// Its best is x = 0.3; writes down its process, and takes a moment for each epoch, a longer one while
    /// there is a file `slow`.
    private static final String PROGRAM = """
            import json, os, sys, time
            with open("started", "a") as out: print(os.getpid(), file=out)
            def train(x, epochs):
                for epoch in range(1, epochs + 1):
                    time.sleep(0.1 if os.path.exists("slow") else 0.003)
                    yield epoch, (x - 0.3) ** 2 + 1 / epoch
            if len(sys.argv) > 1:
                for epoch, error in train(float(sys.argv[1]), 20):
                    print("epoch", epoch, "error", error, flush=True)
                print(error)
            else:
                for line in sys.stdin:
                    request = json.loads(line)
                    tied = {"trial": request["trial"], "repeat": request["repeat"]}
                    def say(**answer): print(json.dumps({**tied, **answer}), flush=True)
                    for epoch, error in train(request["configuration"]["x"], request["epochs"]):
                        say(epoch=epoch, value=error)
                        if os.environ.get("LISTENS") and "stop" in json.loads(sys.stdin.readline()): break
                    else:
                        say(value=error)
            """;

    /// The ways to be told of a trial, and of its end.
    enum Way {
        LISTENS("command: [env, LISTENS=1, PYTHON, train.py], listens: true"),
        RUNS_AHEAD("command: [PYTHON, train.py]"),
        SCRIPT("command: [PYTHON, train.py, \"{x}\"], epoch: \"epoch ([0-9]+) error (.+)\"");

        private final String settings;

        Way(String settings) {
            this.settings = settings;
        }
    }

    @TempDir
    Path folder;

    private CommandLineFixture mendel;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        mendel.write("train.py", PROGRAM);
    }

    private Path experiment(Way way) throws IOException, InterruptedException {
        return mendel.write("race.yaml", """
                experiment: race
                objective: {%s, direction: minimise, epochs: 20}
                space: {x: {real: [0, 1]}}
                budget: {trials: 26}
                stopping: rungs
                seed: 1
                """.formatted(way.settings.replace("PYTHON", CommandLineFixture.python())));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theSameAreStoppedForAnyNumberOfWorkers(Way way) throws Exception {
        String file = experiment(way).toString();
        var runs = new ArrayList<List<String>>();
        for (String workers : List.of("1", "2", "4")) {
            String output = folder.resolve(workers).toString();
            assertThat(mendel.type("evolve", file, "--output", output, "--workers", workers))
                    .isZero();
            runs.add(trials(output));
            assertNoProcessIsLeft();
        }
        assertThat(runs.get(0)).hasSize(26).anyMatch(trial -> trial.contains(",stopped,"));
        assertThat(runs.get(0)).anyMatch(trial -> trial.contains(",finished,"));
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
        assertThat(Files.readAllLines(folder.resolve("started"))).hasSizeGreaterThanOrEqualTo(3);
        long stopped = runs.get(0).stream()
                .filter(trial -> trial.contains(",stopped,"))
                .count();
        mendel.type("runs", "--output", folder.resolve("4").toString(), "--filter", "stopped=" + stopped);
        assertThat(mendel.out()).containsPattern("failed +stopped +best").containsPattern(" 26 +0 +" + stopped + " ");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRunThatWasInterruptedOrKilledGoesOnAsIfItHadNotBeen(Way way) throws Exception {
        String file = experiment(way).toString();
        String whole = folder.resolve("whole").toString();
        assertThat(mendel.type("evolve", file, "--output", whole)).isZero();
        for (var end : Map.of(ignoresCtrlC() ? "TERM" : "INT", ignoresCtrlC() ? 143 : 130, "KILL", 137)
                .entrySet()) {
            String how = end.getKey();
            String cut = folder.resolve(how).toString();
            Path started = folder.resolve("started");
            Files.delete(started);
            Path slow = mendel.write("slow", "");
            Process process = CommandLineFixture.start("evolve", file, "--output", cut, "--workers", "2");
            while (process.isAlive() && !(Files.exists(started) && trials(cut).size() > 8)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            new ProcessBuilder("kill", "-" + how, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor()).isEqualTo(end.getValue());
            Files.delete(slow);
            assertNoProcessIsLeft();
            assertThat(mendel.type("resume", "latest", "--output", cut)).isZero();
            assertThat(trials(cut)).isEqualTo(trials(whole));
            assertNoProcessIsLeft();
        }
    }

    /// Number, generation, state, value and configuration of each trial, without times.
    private List<String> trials(String output) {
        if (mendel.type("export", "latest", "--output", output, "--csv") != 0) {
            return List.of();
        }
        List<String> lines = mendel.out().lines().toList();
        List<String> names = List.of(lines.getFirst().split(",", -1));
        Set<String> wanted = Set.of("trial", "generation", "state", "value", "x");
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> names.stream()
                        .filter(wanted::contains)
                        .map(name -> cells.get(names.indexOf(name)))
                        .collect(Collectors.joining(",")))
                .toList();
    }

    private void assertNoProcessIsLeft() throws Exception {
        for (String pid : Files.readAllLines(folder.resolve("started"))) {
            for (int i = 0; i < 250 && lives(pid); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(lives(pid)).as("process " + pid).isFalse();
        }
    }

    /// A shell has the commands that it leaves in the background ignore SIGINT, and they all that they start.
    private static boolean ignoresCtrlC() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored & 2) != 0);
    }

    private static boolean lives(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }
}
