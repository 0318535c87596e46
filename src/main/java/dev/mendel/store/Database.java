package dev.mendel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The opening of a run's database, and the migration of an older one. Write-ahead logging: readers never block
/// the writer, and commits survive the end of the process, however it ends. (It may lose the last commits, and
/// nothing else, when the whole machine loses power.)
final class Database {
    static final String FILE = "run.db";

    /// The format of this version's databases, kept in `user_version`.
    static final int FORMAT = 6;

    /// The oldest format that can still be read.
    private static final int OLDEST = 2;

    /// The time that SQLite itself waits for a lock before it says that it is busy, in milliseconds.
    private static final int BUSY_TIMEOUT = 1000;

    /// The changes of each format from [#OLDEST] on against the one before: tables that may be missing, and are
    /// empty there.
    private static final List<List<String>> MIGRATIONS = List.of(
            List.of(PopulationTable.PARENTS, TrialsTable.TAKEN, TrialsTable.FAILURES),
            List.of(TrialsTable.RUNGS, FoldsTable.PARTIAL),
            List.of(TrialsTable.WORTH),
            List.of(FoldsTable.PLACES, SessionsTable.SITES));

    private Database() {}

    /// Something made of an open connection.
    interface Making<T> {
        T make() throws SQLException;
    }

    /// What is made; if that goes wrong, the connection is closed.
    static <T> T closingOnFailure(Connection connection, Making<T> making) throws SQLException {
        try {
            return making.make();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// A new database with its tables, still to be committed: a run is there entirely or not at all.
    static Connection create(Path file) throws SQLException {
        Connection connection = connect(file.toString(), false);
        return closingOnFailure(connection, () -> {
            List<String> tables = Stream.of(
                            ManifestTable.TABLES,
                            SessionsTable.TABLES,
                            TrialsTable.TABLES,
                            FoldsTable.TABLES,
                            PopulationTable.TABLES)
                    .flatMap(List::stream)
                    .map(table -> "create table " + table)
                    .toList();
            execute(connection, tables);
            execute(connection, List.of("pragma user_version = " + FORMAT));
            return connection;
        });
    }

    /// An existing database, to be written; an older one once it has been migrated.
    ///
    /// @throws StoreException if it is damaged
    static Connection open(Path file) throws SQLException {
        Connection connection = checked(file, connect(file.toString(), false));
        return closingOnFailure(connection, () -> {
            requireSound(file, connection);
            connection.rollback();
            return connection;
        });
    }

    /// Brings a database to this version's format, with the next commit.
    ///
    /// @return whether there was anything to do
    static boolean migrate(Connection connection) throws SQLException {
        int format = format(connection);
        for (int next = format; next < FORMAT; next++) {
            execute(
                    connection,
                    MIGRATIONS.get(next - OLDEST).stream()
                            .map(table -> "create table if not exists " + table)
                            .toList());
        }
        if (format < FORMAT) {
            execute(connection, List.of("pragma user_version = " + FORMAT));
        }
        return format < FORMAT;
    }

    /// An existing database, to be read only, also where nothing can be written beside it. Tables that its
    /// format lacks are there, and empty.
    static Connection openReadOnly(Path file) throws SQLException {
        Connection connection = checked(file, connectReadOnly(file));
        try {
            for (int next = format(connection); next < FORMAT; next++) {
                for (String table : MIGRATIONS.get(next - OLDEST)) {
                    String name = table.substring(0, table.indexOf(' '));
                    if (!exists(connection, name)) {
                        execute(connection, List.of("create temp table " + table));
                    }
                }
            }
            connection.commit();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return new Sql(connection).number("select count(*) from sqlite_master where name = '" + table + "'") > 0;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// On media that can't be written SQLite can't share its index of the log with a writer, and there is none:
    /// the file is read as it is, from a copy if its log has not been merged into it.
    private static Connection connectReadOnly(Path file) throws SQLException {
        if (Files.isWritable(file.toAbsolutePath().getParent())) {
            return connect(file.toString(), true);
        }
        return connect("file:" + merged(file).toUri().getRawPath() + "?immutable=1", true);
    }

    /// The file, or a copy that has its log's pages too.
    private static Path merged(Path file) throws SQLException {
        Path log = file.resolveSibling(FILE + "-wal");
        try {
            if (!Files.exists(log) || Files.size(log) == 0) {
                return file;
            }
            Path folder = Files.createTempDirectory("mendel-run");
            Path copy = Files.copy(file, folder.resolve(FILE));
            Files.copy(log, folder.resolve(FILE + "-wal"));
            try (Connection connection = connect(copy.toString(), false)) {
                new Sql(connection).number("select count(*) from manifest");
            }
            Stream.of(folder, folder.resolve(FILE + "-shm"), folder.resolve(FILE + "-wal"), copy)
                    .map(Path::toFile)
                    .forEach(java.io.File::deleteOnExit);
            return copy;
        } catch (IOException e) {
            throw new StoreException(file + ": can't be copied to be read: " + e.getMessage(), e);
        }
    }

    private static Connection connect(String file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(readOnly ? 10 * BUSY_TIMEOUT : BUSY_TIMEOUT);
        config.setReadOnly(readOnly);
        // else every insert is followed by a query for its row's number
        config.setGetGeneratedKeys(false);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.NORMAL);
        }
        SqliteLibrary.place();
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return connection;
    }

    private static Connection checked(Path file, Connection connection) throws SQLException {
        try {
            check(file, format(connection));
            // ends the reading: the next one sees what has been written since
            connection.rollback();
            return connection;
        } catch (SQLException | StoreException e) {
            connection.close();
            throw e;
        }
    }

    private static int format(Connection connection) throws SQLException {
        return (int) new Sql(connection).number("pragma user_version");
    }

    private static void check(Path file, int format) {
        if (format == 0) {
            throw StoreException.unbegun(file);
        }
        if (format > FORMAT) {
            throw new StoreException(file + ": written in format " + format + " by a newer version of Mendel; this one"
                    + " reads formats " + OLDEST + " to " + FORMAT);
        }
        if (format < OLDEST) {
            throw new StoreException(file + ": written in format " + format + "; this version of Mendel reads formats "
                    + OLDEST + " to " + FORMAT + ". Read it with the version that made it");
        }
    }

    /// A damaged file must not be written to: its readable part might be lost.
    private static void requireSound(Path file, Connection connection) throws SQLException {
        String found = new Sql(connection)
                .query("pragma quick_check(1)", row -> row.text(1))
                .getFirst();
        if (!found.equals("ok")) {
            throw new StoreException(file + ": is damaged and was left as it is: " + found
                    + ". `mendel export` writes its readable part; to go on, put a copy of the file in its place,"
                    + " or begin anew with --known, which takes its trials over");
        }
    }
}
