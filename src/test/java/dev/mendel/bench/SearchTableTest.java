package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTableTest {
    private static final String PEERS = """
            task,method,seed,trials,best_value,normalized_regret
            one,tpe,0,10,1.5,0.2
            one,tpe,1,10,1.5,0.4
            one,tpe,0,20,1.5,0.2
            one,tpe,1,20,1.5,0.1
            """;

    @TempDir
    private Path folder;

    private PeerRuns peers(String text) throws IOException {
        return PeerRuns.read(Files.writeString(folder.resolve("peers.csv"), text));
    }

    @Test
    void comparesRunsWithRunsAndMeansWithMeans() throws IOException {
        var table = new SearchTable(List.of(10, 20), peers(PEERS), "tpe");
        table.add("one", "mine", new double[][] {{0.1, 0.3}, {0, 0}});
        assertThat(table.overall())
                .containsExactly(
                        "| search | P(better than tpe) at 10 | at 20 | regret × 100, geometric mean at 10 | at 20 |",
                        "|---|---|---|---|---|",
                        "| tpe | 0.50 | 0.50 | 30.10 | 15.10 |",
                        "| mine | 0.75 | 1.00 | 20.10 | 0.10 |");
        assertThat(table.tasks()).contains("| one | mine | 0.75 | 1.00 | 20.000 | 0.000 |");
    }

    @Test
    void countsWhatDiffersOnlyInKeptDigitsAsATie() throws IOException {
        var table = new SearchTable(List.of(10), peers(PEERS), "tpe");
        table.add("one", "mine", new double[][] {{0.2000001}});
        assertThat(table.overall()).contains("| mine | 0.75 | 20.10 |");
    }

    @Test
    void leavesOutWhatNobodyElseDid() {
        var table = new SearchTable(List.of(10), PeerRuns.none(), "tpe");
        table.add("one", "mine", new double[][] {{0.5}});
        assertThat(table.overall()).contains("| mine | – | 50.10 |");
    }

    @Test
    void refusesAFileWithoutTheColumns() {
        assertThatThrownBy(() -> peers("task,seed\none,1\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("peers.csv:1: the columns [task, seed] are not at least");
    }

    @Test
    void refusesARowWithoutANumber() {
        assertThatThrownBy(() -> peers("task,method,trials,normalized_regret\none,tpe,ten,0.5\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("peers.csv:2: is not a row of the columns");
    }
}
