package dev.mendel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells whether a run has changed, at little cost: [#beat] is to be asked several times a second. It holds no
/// transaction open, so the writer's log can be merged at any time. Not thread-safe.
public final class RunPulse implements AutoCloseable {
    private final RunDirectory directory;
    private final Connection connection;
    private final Optional<Object> file;

    private RunPulse(RunDirectory directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
        this.file = key(directory);
    }

    /// The state of a run at some moment; two that are equal mean that nothing has happened in between.
    ///
    /// @param commits a number that differs after each commit of anybody else
    /// @param active whether a process works on the run
    /// @param noted when a person's note was last written; null where there is none
    public record Beat(
            long commits, boolean active, @Nullable FileTime noted) {}

    /// Begins to look at a run.
    ///
    /// @throws StoreException if there is no run, or it can't be read
    public static RunPulse of(RunDirectory directory) {
        directory.requireRun();
        try {
            return new RunPulse(directory, Database.openReadOnly(directory.database()));
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        }
    }

    /// The state now.
    ///
    /// @throws StoreException if the run is no longer there, or can't be read
    public Beat beat() {
        directory.requireRun();
        if (!file.equals(key(directory))) {
            throw new StoreException(directory + ": another run has taken the place of this one");
        }
        try {
            long commits = new Sql(connection).number("pragma data_version");
            connection.rollback();
            return new Beat(commits, RunLock.taken(directory), directory.noted());
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "read", e);
        }
    }

    private static Optional<Object> key(RunDirectory directory) {
        try {
            Path file = directory.database();
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
