package dev.mendel.imports;

import dev.mendel.store.SqliteLibrary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The tables of Optuna's storage in a SQLite database, as Optuna 3 to 5 write them (`optuna/storages/_rdb/models.py`).
/// Read only, also while Optuna writes.
final class StudyFile implements AutoCloseable {
    private static final int PATIENCE_MS = 10_000;
    private static final String FINITE = "FINITE";

    private final Connection connection;

    /// A study.
    ///
    /// @param directions a word for each objective, as `MINIMIZE`
    record Study(long id, String name, List<String> directions) {}

    /// A trial.
    ///
    /// @param number as Optuna counts it, from 0
    /// @param state as `COMPLETE`
    /// @param value that of the first objective; empty where it is not finite, or there is none
    /// @param parameters by name, in the order in which they were suggested
    /// @param intermediate the finite ones that were reported, by step, ascending
    record Trial(
            long number,
            String state,
            Duration time,
            OptionalDouble value,
            Map<String, Parameter> parameters,
            Map<Integer, Double> intermediate) {}

    /// A parameter's value.
    ///
    /// @param number the number that Optuna keeps for it
    /// @param distribution what it was suggested from, as JSON; tells what the number means
    record Parameter(double number, String distribution) {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private StudyFile(Connection connection) {
        this.connection = connection;
    }

    /// Opens a storage.
    ///
    /// @throws SQLException if it is no SQLite database
    static StudyFile open(Path file) throws SQLException {
        SqliteLibrary.place();
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            // in one transaction: all that is read is of the same moment
            connection.setAutoCommit(false);
            return new StudyFile(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Whether it has the tables that are read, in their present form.
    boolean isStorage() throws SQLException {
        return has("studies", "study_name")
                && has("study_directions", "objective")
                && has("trials", "number")
                && has("trial_params", "distribution_json")
                && has("trial_values", "value_type")
                && has("trial_intermediate_values", "intermediate_value_type");
    }

    private boolean has(String table, String column) throws SQLException {
        return !query("select 1 from pragma_table_info(?) where name = ?", row -> row.getInt(1), table, column)
                .isEmpty();
    }

    /// All studies, by name.
    List<Study> studies() throws SQLException {
        var studies = new ArrayList<Study>();
        for (Study study : query(
                "select study_id, study_name from studies order by study_name",
                row -> new Study(row.getLong(1), row.getString(2), List.of()))) {
            List<String> directions = query(
                    "select direction from study_directions where study_id = ? order by objective",
                    row -> row.getString(1),
                    study.id());
            studies.add(new Study(study.id(), study.name(), directions));
        }
        return studies;
    }

    /// All trials of a study, by number.
    List<Trial> trials(Study study) throws SQLException {
        Map<Long, Map<String, Parameter>> parameters = new LinkedHashMap<>();
        query(
                "select trial_id, param_name, param_value, distribution_json from trial_params order by param_id",
                row -> parameters
                        .computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                        .put(row.getString(2), new Parameter(row.getDouble(3), row.getString(4))));
        Map<Long, Double> values = new LinkedHashMap<>();
        query(
                "select trial_id, value from trial_values where objective = 0 and value_type = ? and value is not null",
                row -> values.put(row.getLong(1), row.getDouble(2)),
                FINITE);
        Map<Long, Map<Integer, Double>> intermediate = new LinkedHashMap<>();
        query(
                "select trial_id, step, intermediate_value from trial_intermediate_values"
                        + " where intermediate_value_type = ? and intermediate_value is not null and step >= 0"
                        + " order by trial_id, step",
                row -> intermediate
                        .computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                        .put(row.getInt(2), row.getDouble(3)),
                FINITE);
        return query(
                "select trial_id, number, state, datetime_start, datetime_complete from trials where study_id = ?"
                        + " order by number",
                row -> trial(row, parameters, values, intermediate),
                study.id());
    }

    private static Trial trial(
            ResultSet row,
            Map<Long, Map<String, Parameter>> parameters,
            Map<Long, Double> values,
            Map<Long, Map<Integer, Double>> intermediate)
            throws SQLException {
        long id = row.getLong(1);
        Double value = values.get(id);
        return new Trial(
                row.getLong(2),
                row.getString(3),
                between(row.getString(4), row.getString(5)),
                value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                parameters.getOrDefault(id, Map.of()),
                intermediate.getOrDefault(id, Map.of()));
    }

    /// The time between two moments as Optuna writes them: `2026-11-28 08:12:42.114789`.
    private static Duration between(@Nullable String start, @Nullable String end) {
        if (start == null || end == null) {
            return Duration.ZERO;
        }
        try {
            Duration time = Duration.between(
                    LocalDateTime.parse(start.replace(' ', 'T')), LocalDateTime.parse(end.replace(' ', 'T')));
            return time.isNegative() ? Duration.ZERO : time;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (row.next()) {
                    read.add(reading.read(row));
                }
                return read;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
