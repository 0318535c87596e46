package dev.mendel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The writes to a run's database since the last commit. A write that fails takes all of them back, and nothing is
/// written from then on. A database that was deleted, renamed or replaced is noticed at the next commit. For one
/// thread.
final class Transaction implements AutoCloseable {
    private final RunDirectory directory;
    private final Connection connection;
    private final Sql sql;
    private final Object file;

    private boolean dirty;
    private @Nullable StoreException broken;
    private long committed = System.nanoTime();

    /// @param connection without a transaction; closed with this
    Transaction(RunDirectory directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
        this.sql = new Sql(connection);
        this.file = file();
    }

    /// The statements of the connection.
    Sql sql() {
        return sql;
    }

    /// Whether a write has failed.
    boolean broken() {
        return broken != null;
    }

    /// Time since the last commit.
    Duration sinceCommit() {
        return Duration.ofNanos(System.nanoTime() - committed);
    }

    /// Makes the next [#commit] a commit, though nothing has been written yet.
    void touch() {
        dirty = true;
    }

    /// Writes.
    ///
    /// @throws StoreException if that fails, now or before
    void write(Sql.Writing writing) {
        if (broken != null) {
            throw broken;
        }
        try {
            writing.run();
            dirty = true;
        } catch (SQLException e) {
            throw unwritable(StoreException.unusable(directory, "written", e));
        } catch (StoreException e) {
            throw unwritable(e);
        }
    }

    /// Writes the last of a transaction and commits it; does nothing where nothing was written before.
    ///
    /// @throws StoreException as for [#write], or if the run's files are gone
    void commit(Sql.Writing last) {
        if (!dirty) {
            return;
        }
        write(() -> {
            last.run();
            requireSameFile();
            sql.patiently(connection::commit);
        });
        dirty = false;
        committed = System.nanoTime();
    }

    @Override
    public void close() {
        try (connection;
                sql) {
            // closed in this order whatever happens: statements, connection
        } catch (SQLException e) {
            throw StoreException.unusable(directory, "closed", e);
        }
    }

    private StoreException unwritable(StoreException failure) {
        broken = failure;
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /// Writing goes on into a file that was deleted or renamed, where it would be lost.
    private void requireSameFile() {
        if (!file.equals(file())) {
            throw new StoreException(gone());
        }
    }

    /// The identity of the database's file.
    private Object file() {
        try {
            Object key = Files.readAttributes(directory.database(), BasicFileAttributes.class)
                    .fileKey();
            return key == null ? directory : key;
        } catch (IOException e) {
            throw new StoreException(gone(), e);
        }
    }

    private String gone() {
        return directory + ": the run's files were deleted, renamed or replaced while it was at work; it ends here";
    }
}
