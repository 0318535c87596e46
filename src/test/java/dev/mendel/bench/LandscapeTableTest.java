package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LandscapeTableTest {
    @Test
    void comparesLandscapeByLandscape() {
        var table = new LandscapeTable(List.of(10, 20), "random");
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
}
