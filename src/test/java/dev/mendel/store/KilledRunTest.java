package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.trial.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a run has reported is lost when its process is killed, and it goes on as if nothing had
/// happened.
@Timeout(60)
class KilledRunTest {
    private static final int KILLS = 4;

    private final Path output;

    KilledRunTest(@TempDir Path output) {
        this.output = output;
    }

    private RunDirectory directory() {
        RunDirectory directory = RunDirectory.create(output, "bowl", "genetic", 12, Instant.EPOCH);
        StoredSearch.create(directory);
        return directory;
    }

    private static long trials(RunDirectory directory) throws SQLException {
        return RunTables.of(directory).trials().size();
    }

    @Test
    void goesOnAfterHavingBeenKilledAtAnyMoment() throws IOException, InterruptedException, SQLException {
        RunDirectory expected = directory();
        StoredSearch.of(1).resume(expected, ChildProcess.BUDGET);
        RunDirectory killed = directory();
        var random = new SplittableRandom();
        int inTheMiddle = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = ChildProcess.start(killed, 30);
            long before = trials(killed);
            while (trials(killed) == before && process.isAlive()) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(150));
            process.destroyForcibly().waitFor();
            inTheMiddle += trials(killed) > before && trials(killed) < trials(expected) ? 1 : 0;
        }
        assertThat(inTheMiddle).isGreaterThanOrEqualTo(KILLS / 2);

        assertThat(StoredSearch.of(2).resume(killed, ChildProcess.BUDGET)).isEqualTo(Ending.COMPLETE);
        assertThat(RunTables.of(killed)).isEqualTo(RunTables.of(expected));
    }
}
