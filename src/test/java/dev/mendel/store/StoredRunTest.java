package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a run that is not as it should be.
class StoredRunTest {
    private final RunDirectory directory;

    StoredRunTest(@TempDir Path output) {
        directory = RunDirectory.create(output, "bowl", "genetic", 12, Instant.EPOCH);
    }

    private Path database() {
        return directory.path().resolve("run.db");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void read() {
        StoredRun.open(directory).close();
    }

    private void write() {
        RunStore.open(directory, 1, Instant.EPOCH).close();
    }

    private static void refused(ThrowingCallable opening, String message) {
        assertThatThrownBy(opening).isInstanceOf(StoreException.class).hasMessage(message);
    }

    @Nested
    class ADirectoryThatIsNoRun {
        @Test
        void isRefusedAndLeftAsItIs() {
            String message = directory + ": there is no run; it has no run.db";
            refused(StoredRunTest.this::read, message);
            refused(StoredRunTest.this::write, message);
            assertThat(directory.path()).isEmptyDirectory();
        }

        @Test
        void isRefusedWhereItDoesNotExist() {
            var nowhere = new RunDirectory(directory.path().resolve("nowhere"));
            refused(() -> StoredRun.open(nowhere), nowhere + ": there is no run; it has no run.db");
        }
    }

    @Nested
    class AnotherFormat {
        @Test
        void isRefused() throws SQLException {
            StoredSearch.create(directory);
            change("pragma user_version = 99");
            String message = database() + ": written in format 99; this version of Mendel reads format 2";
            refused(StoredRunTest.this::read, message);
            refused(StoredRunTest.this::write, message);
        }
    }

    @Nested
    class ARunKilledWhileItWasMade {
        @Test
        void isRefused() throws IOException {
            Files.createFile(database());
            String message = database() + ": holds no run; the process that made it was stopped before the run began";
            refused(StoredRunTest.this::read, message);
            refused(StoredRunTest.this::write, message);
        }

        @Test
        void isThereEntirelyOrNotAtAll() throws SQLException {
            // what a killed process leaves: whatever it has not committed is gone
            try (Connection _ = Database.create(database())) {
                refused(
                        StoredRunTest.this::read,
                        database() + ": holds no run; the process that made it was stopped before the run began");
            }
        }
    }

    @Nested
    class ACorruptFile {
        @Test
        void isRefused() throws IOException {
            Files.writeString(database(), "this is no database".repeat(200));
            assertThatThrownBy(StoredRunTest.this::read)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database can't be read: ")
                    .hasMessageContaining("not a database");
            assertThatThrownBy(StoredRunTest.this::write)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database can't be opened: ");
        }

        @Test
        void isNoticedAtTheLatestWhenItIsRead() throws IOException {
            StoredSearch.create(directory);
            byte[] bytes = Files.readAllBytes(database());
            for (int i = 4096; i < bytes.length; i++) {
                bytes[i] = (byte) (i * 31);
            }
            Files.write(database(), bytes);
            assertThatThrownBy(() -> {
                        try (StoredRun run = StoredRun.open(directory)) {
                            run.manifest();
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database can't be read: ");
        }
    }

    @Nested
    class DamagedContents {
        private final StoredRun run;

        DamagedContents() {
            StoredSearch.create(directory);
            run = StoredRun.open(directory);
        }

        @Test
        void areNoticedWhereTheManifestHasAGap() throws SQLException {
            change("delete from manifest where name = 'strategy'");
            refused(run::manifest, directory + ": the run's manifest has no strategy");
            run.close();
        }

        @Test
        void areNoticedWhereATextIsNoJson() throws SQLException {
            change("insert into trials values (1, 0, '{\"x\":', 5, 'open', null, null, null)");
            refused(() -> run.ledger(StoredSearch.EXPERIMENT), "the database holds a text that is no JSON: {\"x\":");
            run.close();
        }
    }
}
