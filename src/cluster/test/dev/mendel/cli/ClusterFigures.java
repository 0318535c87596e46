package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prints what a fold costs on a cluster beside its own time, for docs/cluster.md. Folds sleep, so that more
/// slots than processors can be measured. It judges nothing, and runs only when it is asked for: `mvn -Pcluster
/// -Dtest=ClusterFigures -Dcluster.groups=figures test`.
@Tag("figures")
class ClusterFigures {
    @ParameterizedTest
    @CsvSource({
        "10, 2, 200",
        "100, 2, 100",
        "1000, 2, 40",
        "1000, 4, 80",
        "1000, 8, 160",
        "10000, 2, 12",
        "10000, 4, 24",
        "10000, 8, 48"
    })
    void overheadOfFolds(int millis, int slots, int folds, @TempDir Path folder) throws Exception {
        var fixture = new ClusterFixture(folder);
        var mendel = new CommandLineFixture(folder);
        Path experiment = fixture.slope("figures", """
                objective:
                  java: Slope.java
                  settings: {gate: GATE, millis: %d, halts above: 9.0, fails above: 9.0}
                space: {x: {real: [0, 1]}}
                budget: {trials: %d}
                """.formatted(millis, folds));
        String output = fixture.output("figures");
        try (var cluster = new Standalone(folder)) {
            cluster.worker("127.0.0.1", slots);
            assertThat(mendel.type(
                            "random",
                            experiment.toString(),
                            "--output",
                            output,
                            "--cluster",
                            cluster.address(),
                            "--cluster-settings",
                            cluster.settings().toString()))
                    .as(mendel.err())
                    .isZero();
        }
        var overheads = new ArrayList<Double>();
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        int counted = 0;
        for (int worker = 1; worker <= slots; worker++) {
            List<Double> starts =
                    ClusterFixture.rows(output, "select started from folds where worker = " + worker + " order by 1")
                            .stream()
                            .map(row -> Instant.parse(row.getFirst()).toEpochMilli() / 1e3)
                            .toList();
            // the first folds load classes
            for (int i = millis < 1000 ? 5 : 2; i + 1 < starts.size(); i++) {
                overheads.add(1000 * (starts.get(i + 1) - starts.get(i)) - millis);
                first = Math.min(first, starts.get(i));
                last = Math.max(last, starts.get(i + 1));
                counted++;
            }
        }
        List<Double> sorted = overheads.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %d ms | %d | %.0f ms | %.0f to %.0f ms | %.0f %% |%n",
                millis,
                slots,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() / 10),
                sorted.get(sorted.size() * 9 / 10),
                100 * counted * millis / 1e3 / (slots * (last - first)));
    }
}
