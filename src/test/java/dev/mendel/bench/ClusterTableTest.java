package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.bench.ClusterSimulation.Costs;
import dev.mendel.bench.ClusterTable.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTableTest {
    private static final double FOUND = 0.001;

    @TempDir
    Path folder;

    /// Two searches of the same regret after so many trials.
    private static double[][] regrets(ClusterTable table, IntToDoubleFunction regret) {
        return table.budgets().stream()
                .map(trials -> new double[] {regret.applyAsDouble(trials), regret.applyAsDouble(trials)})
                .toArray(double[][]::new);
    }

    @Test
    void widerStepsTakeMoreTrialsAndLessTimeOnManySlots() {
        var table = new ClusterTable(List.of(1, 8), 20);
        table.add(new Steps(10, 4), regrets(table, trials -> Math.pow(0.9, trials) - FOUND));
        table.add(new Steps(10, 8), regrets(table, trials -> Math.pow(0.9, trials / 1.1) - FOUND));
        table.add(new Steps(20, 16), regrets(table, _ -> 0.5));
        assertThat(table.lines(new ClusterSimulation(new Costs(0, 0, 0, 0), List.of(60.0), 1)))
                .containsExactly(
                        "| children | population | regret × 100 at 20 | trials to the same | 1 slot | 8 slots |",
                        "|---|---|---|---|---|---|",
                        // on eight slots: 10 trials in two rounds, then 4, 4, 2
                        "| 4 | 10 | 12.06 | 20 | 20.0 min, 100 % | 5.0 min, 50 % |",
                        // 10 trials in two rounds, then 8, 4
                        "| 8 | 10 | 14.62 | 22 | 22.0 min, 100 % | 4.0 min, 69 % |",
                        "| 16 | 20 | 50.00 | over 80 | – | – |",
                        "",
                        "| slots | fastest: children | time | slots busy | times faster than 4 children |",
                        "|---|---|---|---|---|",
                        "| 1 | 4 | 20.0 min | 100 % | 1.00 |",
                        "| 8 | 8 | 4.0 min | 69 % | 1.25 |");
    }

    @Test
    void secondsAreTheColumnOfAnExport() throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), """
                trial,state,seconds,value
                1,finished,1.5,"a, b"
                2,failed,,
                3,finished,0.25,c
                4,failed,0,
                """);
        assertThat(TrialSeconds.read(file)).containsExactly(1.5, 0.25);
    }

    @Test
    void aFileWithoutSecondsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "trial,value\n1,2\n");
        assertThatThrownBy(() -> TrialSeconds.read(file))
                .hasMessage(file + ":1: has no column seconds, as mendel export --csv writes it");
        Files.writeString(file, "seconds\n-1\n");
        assertThatThrownBy(() -> TrialSeconds.read(file)).hasMessage(file + ":2: seconds: -1 is not a number from 0");
        Files.writeString(file, "seconds\nlong\n");
        assertThatThrownBy(() -> TrialSeconds.read(file)).hasMessage(file + ":2: seconds: long is not a number from 0");
        Files.writeString(file, "seconds\n0\n");
        assertThatThrownBy(() -> TrialSeconds.read(file))
                .hasMessage(file + ": the column seconds has no number above 0");
    }
}
