package dev.mendel.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The tables of a run, and how they are opened. Write-ahead logging: readers never block the writer, and what
/// is committed survives the end of the process, however it ends. (It may lose the last commits, and nothing
/// else, when the whole machine loses power.)
final class Database {
    static final String FILE = "run.db";

    /// Counts up with each change of the tables that older code could not read.
    static final int FORMAT = 2;

    /// Came with a later version; older ones do not look at it, and where it is missing nothing is known of
    /// parents.
    private static final String PARENTS = """
            create table if not exists parents (
              individual integer not null, parent integer not null,
              primary key (individual, parent)) without rowid""";

    private static final List<String> TABLES = List.of(
            "create table manifest (name text primary key, value text not null) without rowid",
            "create table provenance (name text primary key, value text not null) without rowid",
            """
            create table sessions (
              id integer primary key, started text not null, workers integer not null,
              elapsed_ms integer not null default 0, ending text)""",
            """
            create table trials (
              id integer primary key, generation integer not null, configuration text not null unique,
              seed integer not null, state text not null default 'open', score real,
              failed_fold integer, reason text)""",
            """
            create table folds (
              trial integer not null, fold integer not null, score real not null, measures text not null,
              worker integer not null, started text not null, seconds real not null,
              primary key (trial, fold)) without rowid""",
            """
            create table epochs (
              trial integer not null, fold integer not null, epoch integer not null, loss real,
              measures text not null,
              primary key (trial, fold, epoch)) without rowid""",
            """
            create table individuals (
              id integer primary key, born integer not null, trial integer not null, genotype text not null)""",
            """
            create table generations (
              number integer primary key, population text not null, best real, mean real, spread real,
              diversity real not null, trained integer not null, remembered integer not null,
              failed integer not null, elapsed_ms integer not null)""",
            """
            create table tests (
              trial integer primary key, score real not null, measures text not null, seconds real not null)""",
            PARENTS);

    /// Which trials another run has finished. Older runs of this format have no such table; it is added when
    /// they are written to.
    private static final String TAKEN =
            "create table if not exists taken (trial integer primary key, run text not null)";

    /// How long the failing folds of failed trials took. Came later, as the table before.
    private static final String FAILURES =
            "create table if not exists failures (trial integer primary key, seconds real not null)";

    private Database() {}

    /// A new database with its tables, still to be committed: a run is there entirely or not at all.
    static Connection create(Path file) throws SQLException {
        Connection connection = connect(file, false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute(TAKEN);
            statement.execute(FAILURES);
            statement.execute("pragma user_version = " + FORMAT);
        }
        return connection;
    }

    static Connection open(Path file) throws SQLException {
        Connection connection = checked(file, connect(file, false));
        try (Statement statement = connection.createStatement()) {
            statement.execute(PARENTS);
            statement.execute(TAKEN);
            statement.execute(FAILURES);
        }
        return connection;
    }

    static Connection openReadOnly(Path file) throws SQLException {
        return checked(file, connect(file, true));
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setReadOnly(readOnly);
        // else every insert is followed by a query for its row's number
        config.setGetGeneratedKeys(false);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.NORMAL);
        }
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
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("pragma user_version")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static void check(Path file, int format) {
        if (format == 0) {
            throw new StoreException(
                    file + ": holds no run; the process that made it was stopped before the run began");
        }
        if (format != FORMAT) {
            throw new StoreException(
                    file + ": written in format " + format + "; this version of Mendel reads format " + FORMAT);
        }
    }
}
