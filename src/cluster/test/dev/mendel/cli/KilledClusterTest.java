package dev.mendel.cli;

import static dev.mendel.cli.ClusterFixture.folds;
import static dev.mendel.cli.ClusterFixture.hosts;
import static dev.mendel.cli.ClusterFixture.tables;
import static dev.mendel.cli.Standalone.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Whatever process of a cluster is killed, the run comes to the same bits as without a cluster.
@Tag("cluster")
@EnabledOnOs(value = OS.LINUX, disabledReason = "every address 127.0.0.x is this machine's on Linux alone")
@Timeout(300)
class KilledClusterTest {
    /// The exit code of a process that ends so.
    private static final int SIGTERM = 143;

    @TempDir
    private static Path folder;

    private static ClusterFixture fixture;
    private static Standalone cluster;
    private static String experiment;
    private static Map<String, List<List<String>>> local;

    @BeforeAll
    static void localRun() throws Exception {
        fixture = new ClusterFixture(folder);
        experiment = fixture.slope("slope", """
                objective:
                  java: Slope.java
                  settings: {gate: GATE, millis: 40, halts above: 9.0, fails above: 1.8}
                  direction: minimise
                  repeats: 2
                space: {x: {real: [-2, 2]}}
                evolution: {population: 6, children: 4}
                budget: {trials: 22}
                """).toString();
        var mendel = new CommandLineFixture(folder);
        assertThat(mendel.type("evolve", experiment, "--output", fixture.output("local"), "--workers", "4"))
                .as(mendel.err())
                .isZero();
        local = tables(fixture.output("local"));
        assertThat(local.get("folds")).hasSizeGreaterThan(30);
        cluster = new Standalone(folder);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void aLostWorkerAndOneThatJoinsChangeNothing() throws Exception {
        Process lost = cluster.worker("127.0.0.2", 1);
        Process stays = cluster.worker("127.0.0.3", 1);
        String output = fixture.output("lost");
        Process driver = evolve(output);
        await(
                "a fold on each",
                () -> goesOn(driver) && folds(output) > 5 && hosts(output).size() == 2);
        Files.createFile(fixture.gate());
        Standalone.kill(lost);
        Process joined = cluster.worker("127.0.0.4", 1);
        await("news of both", () -> fixture.printed().contains("2 slots: 127.0.0.3 1, 127.0.0.4 1"));
        Files.delete(fixture.gate());
        ended(driver);
        assertThat(tables(output)).isEqualTo(local);
        assertThat(hosts(output)).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3", "127.0.0.4");
        assertThat(fixture.printed())
                .contains("2 slots: 127.0.0.2 1, 127.0.0.3 1")
                .contains("lost a process on 127.0.0.2");
        Standalone.kill(stays);
        Standalone.kill(joined);
    }

    @Test
    void aSessionThatIsInterruptedOrKilledGoesOnToTheSameBits() throws Exception {
        Process worker = cluster.worker("127.0.0.5", 2);
        String output = fixture.output("killed");
        Process interrupted = evolve(output);
        await("some folds", () -> goesOn(interrupted) && folds(output) > 5);
        Files.createFile(fixture.gate());
        interrupted.destroy();
        assertThat(interrupted.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).isEqualTo(SIGTERM);
        assertThat(fixture.printed()).contains("ended       stopped").doesNotContain("a bug of mendel");
        Files.delete(fixture.gate());
        assertThat(ClusterFixture.rows(
                        output,
                        "select count(*) from trials where state = 'failed' and reason not" + " like '%too steep%'"))
                .isEqualTo(List.of(List.of("0")));
        await("an end of its processes", cluster::isIdle);
        int before = folds(output);
        assertThat(before).isLessThan(folds(fixture.output("local")));

        Process killed = resume(output);
        await("more folds", () -> goesOn(killed) && folds(output) > before + 5);
        Files.createFile(fixture.gate());
        killed.destroyForcibly();
        await("an end of its processes", cluster::isIdle);
        assertThat(folds(output)).isLessThan(folds(fixture.output("local")));
        Files.delete(fixture.gate());

        ended(resume(output));
        assertThat(tables(output)).isEqualTo(local);
        Standalone.kill(worker);
    }

    private static boolean goesOn(Process driver) throws IOException {
        assertThat(driver.isAlive()).as(fixture.printed()).isTrue();
        return true;
    }

    private static Process evolve(String output) throws Exception {
        return fixture.start(
                "evolve",
                experiment,
                "--output",
                output,
                "--cluster",
                cluster.address(),
                "--cluster-settings",
                cluster.settings().toString());
    }

    private static Process resume(String output) throws Exception {
        return fixture.start(
                "resume",
                ClusterFixture.run(output).toString(),
                "--cluster",
                cluster.address(),
                "--cluster-settings",
                cluster.settings().toString());
    }

    private static void ended(Process driver) throws Exception {
        assertThat(driver.waitFor(Standalone.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(driver.exitValue()).as(fixture.printed()).isZero();
    }
}
