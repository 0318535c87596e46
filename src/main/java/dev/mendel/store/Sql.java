package dev.mendel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The statements of one connection. Writing statements are prepared once, and wait for another program that
/// has locked the database. Not thread-safe.
final class Sql implements AutoCloseable {
    /// For how long writing waits for another program before it gives up.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private Consumer<String> notices = _ -> {};

    /// Some writing that may fail.
    interface Writing {
        void run() throws SQLException;
    }

    /// Some reading that may fail.
    interface Query<T> {
        T run() throws SQLException;
    }

    /// Something made from each row of a result.
    interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    /// The database holds something that no version of Mendel writes. The message names it.
    static final class Damage extends RuntimeException {
        private static final long serialVersionUID = 1;

        Damage(String message) {
            super(message);
        }
    }

    Sql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /// Sets a listener for waits on other programs.
    void tell(Consumer<String> listener) {
        notices = listener;
    }

    void update(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        patiently(statement::executeUpdate);
    }

    /// Does some writing; where another program has locked the database, once it has given it back.
    void patiently(Writing writing) throws SQLException {
        long began = System.nanoTime();
        for (boolean told = false; ; ) {
            try {
                writing.run();
                if (told) {
                    notices.accept("the run's database is free again");
                }
                return;
            } catch (SQLException e) {
                if (!isBusy(e) || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                if (!told) {
                    notices.accept("waiting: another program has locked the run's database");
                    told = true;
                }
            }
        }
    }

    <T> List<T> query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet columns = statement.executeQuery()) {
                var row = new Row(columns);
                var read = new ArrayList<T>();
                while (columns.next()) {
                    read.add(reading.read(row));
                }
                return read;
            }
        }
    }

    /// The one number that a query has.
    long number(String sql) throws SQLException {
        return query(sql, row -> row.whole(1)).getFirst();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }

    private static boolean isBusy(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    /// The current row of a result. Each value is checked to be of its kind; one that is not is a [Damage].
    record Row(ResultSet columns) {
        long whole(int column) throws SQLException {
            Object value = columns.getObject(column);
            if (value instanceof Long || value instanceof Integer) {
                return ((Number) value).longValue();
            }
            throw damage(column, value, "a whole number");
        }

        int small(int column) throws SQLException {
            long number = whole(column);
            if (number == (int) number) {
                return (int) number;
            }
            throw damage(column, number, "a number of this size");
        }

        /// A finite number.
        double real(int column) throws SQLException {
            Object value = columns.getObject(column);
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw damage(column, value, "a finite number");
        }

        /// A number; NaN where there is none.
        double realOrNaN(int column) throws SQLException {
            Object value = columns.getObject(column);
            if (value == null) {
                return Double.NaN;
            }
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw damage(column, value, "a number");
        }

        String text(int column) throws SQLException {
            if (columns.getObject(column) instanceof String text) {
                return text;
            }
            throw damage(column, columns.getObject(column), "a text");
        }

        /// A text; null where there is none.
        @Nullable
        String textOrNull(int column) throws SQLException {
            return columns.getObject(column) == null ? null : text(column);
        }

        Instant instant(int column) throws SQLException {
            try {
                return Instant.parse(text(column));
            } catch (DateTimeException e) {
                throw damage(column, columns.getObject(column), "a time");
            }
        }

        /// A time of seconds, not negative.
        Duration seconds(int column) throws SQLException {
            double seconds = real(column);
            if (seconds < 0) {
                throw damage(column, seconds, "a time of 0 or more");
            }
            return Duration.ofNanos(Math.round(seconds * 1e9));
        }

        private Damage damage(int column, @Nullable Object value, String expected) throws SQLException {
            String shown = value instanceof byte[] ? "bytes" : String.valueOf(value);
            return new Damage(columns.getMetaData().getColumnName(column) + " is no longer " + expected + ": " + shown);
        }
    }
}
