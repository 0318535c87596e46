package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunLockTest {
    private final RunDirectory directory;

    RunLockTest(@TempDir Path output) {
        directory = RunDirectory.create(output, "bowl", "genetic", 12, Instant.EPOCH);
        StoredSearch.create(directory);
    }

    private RunStore open() {
        return RunStore.open(directory).begin(1, Instant.EPOCH);
    }

    private String refusal() {
        return directory + ": process " + ProcessHandle.current().pid() + " is working on this run";
    }

    private boolean active() {
        try (StoredRun run = StoredRun.open(directory)) {
            return run.status().active();
        }
    }

    /// What another process says that wants to go on with the run.
    private String otherProcess() throws IOException {
        return ChildProcess.lastLine(ChildProcess.start(directory, 0));
    }

    @Test
    void refusesASecondOpenerWhileTheFirstIsAtWork() {
        try (RunStore _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessage(refusal());
        }
    }

    @Test
    void refusesASecondOpenerByAnotherPath() {
        var other = new RunDirectory(directory.path().resolve("..").resolve(directory.name()));
        try (RunStore _ = open()) {
            assertThatThrownBy(() -> RunStore.open(other).begin(1, Instant.EPOCH))
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith("is working on this run");
        }
    }

    @Test
    void letsTheNextOneInWhenTheFirstIsDone() {
        open().close();
        open().close();
        assertThat(active()).isFalse();
    }

    @Test
    void refusesAnotherProcess() throws IOException {
        try (RunStore _ = open()) {
            assertThat(otherProcess()).isEqualTo(refusal());
        }
    }

    @Test
    void isNotLostByLookingAtTheRun() throws IOException {
        try (RunStore _ = open()) {
            assertThat(active()).isTrue();
            assertThat(otherProcess()).isEqualTo(refusal());
        }
    }

    @Test
    void isNotLostByRefusingASecondOpener() throws IOException {
        try (RunStore _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
            assertThat(otherProcess()).isEqualTo(refusal());
        }
    }

    @Test
    void isOfAnotherProcessWhenThatOneIsAtWork() throws IOException, InterruptedException {
        Process process = ChildProcess.start(directory, 400);
        while (!active()) {
            Thread.sleep(20);
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessage(directory + ": process " + process.pid() + " is working on this run");
        process.destroyForcibly().waitFor();
        assertThat(active()).isFalse();
        open().close();
    }

    @Test
    void looksFreeWhereTheRunWasNeverBegun() throws IOException {
        Files.delete(directory.path().resolve("run.lock"));
        assertThat(active()).isFalse();
    }

    @Test
    void isGivenBackWhenTheRunCannotBeMade() {
        assertThatThrownBy(() -> StoredSearch.create(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(directory + ": the run's database can't be made: ");
        open().close();
    }

    @Test
    void isGivenBackWhenTheRunCannotBeOpened() throws IOException {
        Path database = directory.path().resolve("run.db");
        byte[] bytes = Files.readAllBytes(database);
        Files.writeString(database, "no database at all, but longer than a header of a database would be".repeat(20));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
        Files.write(database, bytes);
        open().close();
    }

    private Path file() {
        return directory.path().resolve("run.lock");
    }

    @Test
    void looksFreeAfterwardsAndNamesNobody() throws IOException {
        try (RunStore _ = open()) {
            assertThat(file()).content().startsWith(ProcessHandle.current().pid() + " ");
        }
        assertThat(file()).isEmptyFile();
    }

    @Test
    void looksFreeWhereAnotherProcessHasTheDeadOnesNumber() throws IOException {
        String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        Files.writeString(file(), ProcessHandle.current().pid() + " 1999-01-01T00:00:00Z " + host);
        assertThat(active()).isFalse();
        open().close();
    }

    @Test
    void isNotTouchedByLooking() throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            // a process that looked by taking the lock would have to wait, or say that it is taken
            assertThat(active()).isFalse();
        }
    }
}
