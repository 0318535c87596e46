package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        RunStore.open(directory).begin(1, Instant.EPOCH).close();
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
            String message =
                    database() + ": written in format 99 by a newer version of Mendel; this one reads formats 2 to 6";
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
    class ADamagedPage {
        @Test
        void isFoundBeforeTheRunIsGoneOnWith() throws IOException {
            StoredSearch.of(1).begin(directory, Budget.NONE.withGenerations(3));
            byte[] bytes = Files.readAllBytes(database());
            for (int i = bytes.length - 4096; i < bytes.length; i++) {
                bytes[i] = (byte) (i * 31);
            }
            Files.write(database(), bytes);
            assertThatThrownBy(() -> RunStore.open(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(database() + ": is damaged and was left as it is: ")
                    .hasMessageContaining("--known");
            assertThat(Files.readAllBytes(database())).isEqualTo(bytes);
        }
    }

    @Nested
    class DamagedContents {
        DamagedContents() {
            StoredSearch.of(1).begin(directory, Budget.NONE.withGenerations(2));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                delete from manifest where name = 'strategy'              | its manifest has no strategy
                update manifest set value = 'fixed' where name = 'strategy' | its manifest's strategy can't be read: fixed
                update manifest set value = 'x' where name = 'seed'       | its manifest's seed can't be read: x
                update manifest set value = 'yesterday' where name = 'created' | its manifest's created can't be read: yesterday
                update trials set configuration = '{"x":' where id = 1    | a text is no longer JSON: {"x":
                update trials set configuration = '{"x":[1]}' where id = 1 | a configuration's value is no longer one: [1]
                update trials set state = 'ready' where id = 1            | trial 1 is in a state that there is not: ready
                update trials set score = 'high' where id = 1             | score is no longer a finite number: high
                update trials set score = 9e999 where id = 1              | score is no longer a finite number: Infinity
                update trials set seed = 'x' where id = 1                 | seed is no longer a whole number: x
                update folds set score = 'high' where trial = 1           | score is no longer a finite number: high
                update folds set score = 9e999 where trial = 1            | score is no longer a finite number: Infinity
                update folds set seconds = -1 where trial = 1             | seconds is no longer a time of 0 or more: -1.0
                update folds set started = 'noon' where trial = 1         | started is no longer a time: noon
                update folds set measures = '{"a":"b"}' where trial = 1   | measure a is no longer a number: "b"
                update folds set trial = 999 where trial = 1 and fold = 0 | fold 0 is of trial 999, which there is not
                delete from folds where trial = 1                         | trial 1 is finished and has no folds
                update generations set population = '1,x'                 | a generation's population is no longer numbers: 1,x
                update generations set population = '999'                 | a generation has individual 999, which there is not
                update sessions set ending = 'bored'                      | no session ends as this one did: bored
                """)
        void areRefusedWithTheRunsNameAndWhatToDo(String change, String what) throws SQLException {
            change(change);
            assertThatThrownBy(this::readAll)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database is damaged: " + what)
                    .hasMessageEndingWith(". Put a copy of run.db in its place, or begin the run anew");
        }

        @Test
        void areRefusedAlsoWhereTheRunIsToGoOn() throws SQLException {
            change("update folds set score = 1e301");
            assertThatThrownBy(() -> RunStore.open(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database is damaged: a score is a finite number")
                    .hasMessageEndingWith(", or begin the run anew");
            change("update folds set score = 0.5");
            RunStore.open(directory).close();
        }

        @Test
        void areATrialThatIsNoneOfTheSpace() throws SQLException {
            change("update trials set configuration = '{\"x\":7}' where id = 1");
            try (StoredRun run = StoredRun.open(directory)) {
                run.expect(StoredSearch.SPACE);
                assertThatThrownBy(run::trials)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("trial 1 is none of the run's space: ");
            }
        }

        /// All that any command reads.
        private void readAll() {
            try (StoredRun run = StoredRun.snapshot(directory)) {
                run.manifest();
                run.trials();
                run.known(StoredSearch.EXPERIMENT);
                run.best(10);
                run.members();
                run.checkpoint();
            }
        }
    }

    @Nested
    class ASnapshot {
        @Test
        void tellsOfTheMomentWhenItWasOpenedAndARunOfEveryMoment() throws SQLException {
            StoredSearch.create(directory);
            try (StoredRun before = StoredRun.snapshot(directory);
                    StoredRun always = StoredRun.open(directory)) {
                assertThat(always.status().generations()).isEqualTo(-1);
                StoredSearch.of(1).resume(directory, Budget.NONE.withGenerations(2));
                assertThat(before.generations()).isEmpty();
                assertThat(before.trials()).isEmpty();
                assertThat(before.members()).isEmpty();
                assertThat(always.generations()).hasSize(3);
                assertThat(always.trials()).isNotEmpty();
            }
        }
    }

    @Nested
    class AnOpenedRunThatBeganNoSession {
        @Test
        void isAsItWas() {
            StoredSearch.of(1).begin(directory, Budget.NONE.withGenerations(1));
            List<StoredRun.Session> sessions = sessions();
            RunStore.open(directory).close();
            assertThat(sessions()).isEqualTo(sessions);
        }

        @Test
        void isAsItWasAlsoWhenOlder() throws SQLException {
            StoredSearch.of(1).begin(directory, Budget.NONE.withGenerations(1));
            change("drop table parents");
            change("pragma user_version = 2");
            RunStore.open(directory).close();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("pragma user_version")) {
                assertThat(result.getInt(1)).isEqualTo(2);
            }
        }

        private List<StoredRun.Session> sessions() {
            try (StoredRun run = StoredRun.open(directory)) {
                return run.sessions();
            }
        }
    }
}
