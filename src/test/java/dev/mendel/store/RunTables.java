package dev.mendel.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// What a run has written down, but for when, by which worker and how fast: the part that two runs of the same
/// seed must have in common to the last digit.
public record RunTables(
        List<String> trials,
        List<String> folds,
        List<String> epochs,
        List<String> individuals,
        List<String> parents,
        List<String> generations) {

    public static RunTables of(RunDirectory directory) throws SQLException {
        try (Connection connection = Database.openReadOnly(directory.database())) {
            return new RunTables(
                    rows(
                            connection,
                            "select id, generation, configuration, seed, state, score, failed_fold, reason from trials"
                                    + " order by id"),
                    rows(connection, "select trial, fold, score, measures from folds order by trial, fold"),
                    rows(connection, "select * from epochs order by trial, fold, epoch"),
                    rows(connection, "select * from individuals order by id"),
                    rows(connection, "select * from parents order by individual, parent"),
                    rows(
                            connection,
                            "select number, population, best, mean, spread, diversity, trained, remembered, failed"
                                    + " from generations order by number"));
        }
    }

    /// The results that would be lost if a later state of the run didn't have them too.
    public List<String> results() {
        var results = new ArrayList<String>(folds);
        results.addAll(epochs);
        return results;
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                var columns = new StringJoiner(" | ");
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getObject(i)));
                }
                rows.add(columns.toString());
            }
            return rows;
        }
    }
}
