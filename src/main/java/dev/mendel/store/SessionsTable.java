package dev.mendel.store;

import dev.mendel.store.Sql.Damage;
import dev.mendel.store.Sql.Row;
import dev.mendel.trial.Ending;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables `sessions`, and `sites` of those whose folds others than their own machine have evaluated.
record SessionsTable(Sql sql) {
    static final String SITES = "sites (session integer primary key, address text not null)";
    static final List<String> TABLES = List.of("""
            sessions (
              id integer primary key, started text not null, workers integer not null,
              elapsed_ms integer not null default 0, ending text)""", SITES);

    void begin(Instant started, int workers) throws SQLException {
        sql.update("insert into sessions (started, workers) values (?, ?)", started.toString(), workers);
    }

    /// Keeps where the last session's folds are evaluated.
    void at(String address) throws SQLException {
        sql.update("insert or replace into sites select max(id), ? from sessions", address);
    }

    /// Keeps how long the last session has taken so far.
    void lasted(Duration time) throws SQLException {
        sql.update("update sessions set elapsed_ms = ? where id = (select max(id) from sessions)", time.toMillis());
    }

    /// Keeps why the last session's search came to its end.
    void ended(Ending ending) throws SQLException {
        sql.update("update sessions set ending = ? where id = (select max(id) from sessions)", ending.name());
    }

    /// The sessions, in order.
    List<StoredRun.Session> all() throws SQLException {
        return sql.query(
                "select started, workers, elapsed_ms, ending, address from sessions left join sites on session = id"
                        + " order by id",
                row -> new StoredRun.Session(
                        row.instant(1), row.small(2), Duration.ofMillis(row.whole(3)), ending(row), row.textOrNull(5)));
    }

    /// The time of all sessions together.
    Duration elapsed() throws SQLException {
        return Duration.ofMillis(sql.number("select coalesce(sum(elapsed_ms), 0) from sessions"));
    }

    private static @Nullable Ending ending(Row row) throws SQLException {
        String name = row.textOrNull(4);
        try {
            return name == null ? null : Ending.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Damage("no session ends as this one did: " + name);
        }
    }
}
