package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeTableTest {
    @TempDir
    private Path folder;

    @Test
    void comparesLandscapeByLandscape() {
        var table = new LandscapeTable(List.of(10, 20), "random", PeerRuns.none());
        table.add("steps", "default", new double[][] {{0.1, 0.3, 0.2, 0}, {0, 0, 0, 1}});
        table.add("steps", "random", new double[][] {{0.2, 0.2, 0.2, 0}, {0.5, 0.5, 0.5, 0.5}});
        assertThat(table.lines())
                .containsExactly(
                        "| family | search | no worse than random at 10 | at 20 | regret, geometric mean at 10 | at 20 | regret,"
                                + " median at 10 | at 20 |",
                        "|---|---|---|---|---|---|---|---|",
                        "| steps | default | 0.75 | 0.75 | 0.0088 | 3.2e-05 | 0.20 | 0.0 |",
                        "| steps | random | 1.00 | 1.00 | 0.0095 | 0.50 | 0.20 | 0.50 |");
    }

    /// A peer that has not searched all landscapes can't be compared.
    @Test
    void peersStandInTheirOwnRows() throws IOException {
        Path file = Files.writeString(folder.resolve("peers.csv"), """
                task,method,trials,normalized_regret
                steps-1,tpe,10,0.3
                steps-2,tpe,10,0.1
                steps-1,late,10,0.3
                """);
        var table = new LandscapeTable(List.of(10), "random", PeerRuns.read(file));
        table.add("steps", "random", new double[][] {{0.2, 0.2}});
        assertThat(table.lines())
                .endsWith("| steps | tpe | 0.50 | 0.17 | 0.30 |", "| steps | random | 1.00 | 0.20 | 0.20 |")
                .hasSize(4);
    }
}
