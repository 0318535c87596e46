package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run from beginning to end, as typed.
@Tag("training")
class SessionCommandsTest {
    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = mendel.write("tiny.yaml", CommandLineFixture.TINY).toString();
        output = mendel.output().toString();
    }

    @Test
    void evolveShowsGenerationsTheBestAndHowToGoOn() throws IOException {
        assertThat(mendel.type("evolve", file, "--output", output)).isZero();
        assertThat(mendel.out())
                .contains("experiment  tiny")
                .contains("0/3")
                .contains("3/3")
                .contains("cross-validated over 2 folds")
                .contains("test ")
                .contains("resume " + run() + " --generations 6");
        assertThat(run()).isDirectoryContaining("glob:**experiment.yaml").isDirectoryContaining("glob:**mendel.log");
    }

    @Test
    void resumeGoesFurtherThanTheRunWasToGo() throws IOException {
        mendel.type("evolve", file, "--output", output, "--generations", "1", "--quiet");
        assertThat(mendel.type("resume", "latest", "--output", output, "--generations", "2"))
                .isZero();
        assertThat(mendel.out()).contains("2/2").doesNotContain("1/2");
        assertThat(Files.readString(run().resolve("experiment.yaml"))).contains("generations: 2");
    }

    @Test
    void extendedRunEqualsTheOneThatWentThereAtOnce() throws IOException {
        mendel.type("evolve", file, "--output", output, "--generations", "1", "--workers", "1");
        mendel.type("resume", "latest", "--output", output, "--generations", "3", "--workers", "3");
        List<String> extended = best();
        mendel.type("evolve", file, "--output", output, "--workers", "2");
        assertThat(best()).isEqualTo(extended).hasSizeGreaterThan(4);
    }

    @Test
    void trialLimitEndsTheRun() {
        assertThat(mendel.type("evolve", file, "--output", output, "--trials", "5", "--json"))
                .isZero();
        assertThat(mendel.out().lines())
                .last()
                .asString()
                .contains("\"event\":\"end\"")
                .contains("\"ending\":\"trials\"")
                .contains("\"best\":{");
    }

    @Test
    void quietPrintsTheResultOnly() {
        mendel.type("evolve", file, "--output", output, "--quiet");
        assertThat(mendel.out()).startsWith("best ").doesNotContain("diversity", "resume");
    }

    @Test
    void runsListsWhatThereIs() {
        assertThat(mendel.type("runs", "--output", output)).isZero();
        assertThat(mendel.out()).startsWith("no runs in ");
        mendel.type("evolve", file, "--output", output, "--quiet");
        assertThat(mendel.type("runs", "--output", output)).isZero();
        assertThat(mendel.out()).contains("tiny-genetic-1-").contains("complete");
    }

    @Test
    void checkPrintsTheSpaceItsSizeAndATime() {
        assertThat(mendel.type(
                        "check",
                        file,
                        "--set",
                        "space.learning-rate.grid=[1e-4, 1e-2]",
                        "--set",
                        "space.lambda.grid=[0.2, 0.9]"))
                .isZero();
        assertThat(mendel.out())
                .contains("no faults")
                .contains("24 points as written, 20 different configurations")
                .contains("at most 10 trials")
                .contains("one trial ")
                .contains("for the complete grid");
    }

    @Test
    void anotherSeedSearchesAnotherWay() throws IOException {
        mendel.type("evolve", file, "--output", output);
        List<String> first = best();
        mendel.type("evolve", file, "--output", output, "--seed", "2");
        assertThat(best()).isNotEqualTo(first);
    }

    private List<String> best() {
        mendel.type("best", "latest", "--output", output, "-n", "100", "--json");
        // the test is made once a session ends, of whatever was the best then
        return mendel.out()
                .lines()
                .map(line -> line.replaceAll(",\"test\":.*", "}"))
                .toList();
    }

    private Path run() throws IOException {
        try (Stream<Path> runs = Files.list(mendel.output())) {
            return runs.findFirst().orElseThrow();
        }
    }

    @Test
    void aRefusedResumeLeavesTheRunAsItWas() throws IOException {
        mendel.type("evolve", file, "--output", output, "--quiet");
        mendel.type("runs", "--output", output);
        String before = mendel.out();
        assertThat(before).contains("complete").doesNotContain("killed");
        assertThat(mendel.type("resume", "latest", "--output", output, "--retry-failed"))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("an evolution has bred on without its failed trials");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out()).isEqualTo(before);
        // nothing was left open: not the lock, in this process
        assertThat(mendel.type("resume", "latest", "--output", output, "--generations", "4", "--quiet"))
                .as(mendel.err())
                .isZero();
    }

    @Test
    void aDamagedRunHarmsNoOther() throws Exception {
        mendel.type("evolve", file, "--output", output, "--quiet");
        Path sound = run();
        Path damaged = Files.createDirectory(mendel.output().resolve("zzz"));
        Files.copy(sound.resolve("run.db"), damaged.resolve("run.db"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + damaged.resolve("run.db"));
                var statement = connection.createStatement()) {
            statement.execute("update manifest set value = 'fixed' where name = 'strategy'");
        }
        assertThat(mendel.type("runs", "--output", output)).isZero();
        assertThat(mendel.out())
                .contains("complete")
                .contains("zzz", "unreadable: ", "its manifest's strategy can't be read: fixed");
        assertThat(mendel.type("best", "latest", "--output", output)).isZero();
        assertThat(mendel.type("best", "tiny", "--output", output)).isZero();
        assertThat(mendel.type("best", "zzz", "--output", output)).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("zzz: the run's database is damaged");
    }

    @Test
    void imagesOfAnotherSizeAreRefusedBeforeARunIsMade() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String part : List.of("train", "t10k")) {
            Files.write(data.resolve(part + "-images-idx3-ubyte"), idx(3, 100, 20, 20));
            Files.write(data.resolve(part + "-labels-idx1-ubyte"), idx(1, 100));
        }
        assertThat(mendel.type("evolve", file, "--output", output, "--data", data.toString()))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains("its images are 20 × 20; pair networks read images of 28 × 28")
                .doesNotContain("bug");
        assertThat(mendel.output()).doesNotExist();
    }

    private static byte[] idx(int dimensions, int... sizes) {
        int all = 1;
        for (int size : sizes) {
            all *= size;
        }
        var bytes = ByteBuffer.allocate(4 + 4 * dimensions + all).putInt(0x0800 + dimensions);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        for (int i = 0; i < all; i++) {
            bytes.put((byte) (i / 3 % 10));
        }
        return bytes.array();
    }

    @Test
    void aGroupMayEndWithTheLargestSeed() throws IOException {
        assertThat(mendel.type(
                        "random",
                        file,
                        "--output",
                        output,
                        "--trials",
                        "2",
                        "--seed",
                        "9223372036854775806",
                        "--seeds",
                        "2"))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.out()).contains("of 2 runs of 2");
    }
}
