package dev.mendel.store;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldRun;
import dev.mendel.trial.KnownTrial;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.KnownTrials.Unfinished;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns rows back into what they were written from. Epochs are left in the database: nothing that goes on
/// needs them.
record RunReader(Connection connection) {
    private static final String TRIALS =
            "select id, generation, configuration, seed, state, failed_fold, reason, %s from trials %s ";

    /// Something made from each row of a result.
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// A row of the table of trials.
    record Row(Trial trial, int generation, String state, int failedFold, String reason, Duration failedTime) {}

    <T> List<T> query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
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

    long number(String sql) throws SQLException {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    Map<String, String> texts(String table) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        query(
                "select name, value from " + table + " order by name",
                row -> texts.put(row.getString(1), row.getString(2)));
        return texts;
    }

    /// All trials that have an outcome, by number.
    List<Evaluation> evaluations() throws SQLException {
        Map<Long, List<FoldResult>> folds = folds(" where trial in (select id from trials where state = 'finished')");
        var evaluations = new ArrayList<Evaluation>();
        for (Row row : query(trialRows() + "where state <> 'open' order by id", RunReader::row)) {
            evaluations.add(evaluation(row, folds.getOrDefault(row.trial().id().number(), List.of())));
        }
        return evaluations;
    }

    /// The best finished trials, best first; of equals the one asked for first.
    List<Evaluation> best(int count) throws SQLException {
        var evaluations = new ArrayList<Evaluation>();
        for (Row row : query(
                trialRows() + "where state = 'finished' order by score desc, id limit ?", RunReader::row, count)) {
            evaluations.add(evaluation(row));
        }
        return evaluations;
    }

    /// So many finished trials, spread evenly over the run.
    List<Evaluation> sample(int count) throws SQLException {
        long finished = number("select count(*) from trials where state = 'finished'");
        var evaluations = new ArrayList<Evaluation>();
        long taken = Math.min(count, finished);
        for (long i = 0; i < taken; i++) {
            long place = taken == 1 ? 0 : i * (finished - 1) / (taken - 1);
            for (Row row : query(
                    trialRows() + "where state = 'finished' order by id limit 1 offset ?", RunReader::row, place)) {
                evaluations.add(evaluation(row));
            }
        }
        return evaluations;
    }

    /// The trial of a configuration, if it has an outcome, with all that is known of its folds.
    ///
    /// @param run the name of this run
    Optional<KnownTrial> known(Configuration configuration, String run) throws SQLException {
        List<Row> rows = query(
                trialRows() + "where configuration = ? and state <> 'open'", RunReader::row, configuration.json());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.getFirst();
        Map<Integer, List<FoldResult.Epoch>> epochs = epochs(row.trial().id());
        List<FoldRun> folds = query(
                "select fold, score, measures, seconds, worker, started from folds where trial = ? order by fold",
                fold -> new FoldRun(
                        row.trial(),
                        fold.getInt(1),
                        result(fold, 2, epochs.getOrDefault(fold.getInt(1), List.of())),
                        fold.getInt(5),
                        Instant.parse(fold.getString(6))),
                row.trial().id().number());
        Outcome outcome =
                evaluation(row, folds.stream().map(FoldRun::result).toList()).outcome();
        return Optional.of(new KnownTrial(run, folds, outcome));
    }

    /// All trials, by number.
    List<StoredTrial> trials() throws SQLException {
        var folds = new HashMap<Long, List<FoldRun>>();
        List<Row> rows = query(trialRows() + "order by id", RunReader::row);
        var trials = new HashMap<Long, Trial>();
        rows.forEach(row -> trials.put(row.trial().id().number(), row.trial()));
        query(
                "select trial, fold, score, measures, seconds, worker, started from folds order by trial, fold",
                row -> folds.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(new FoldRun(
                                Objects.requireNonNull(trials.get(row.getLong(1))),
                                row.getInt(2),
                                result(row, 3),
                                row.getInt(6),
                                Instant.parse(row.getString(7)))));
        var epochs = new HashMap<Long, Long>();
        query("select trial, count(*) from epochs group by trial", row -> epochs.put(row.getLong(1), row.getLong(2)));
        Map<TrialId, String> taken = taken();
        return rows.stream()
                .map(row -> {
                    long id = row.trial().id().number();
                    List<FoldRun> runs = folds.getOrDefault(id, List.of());
                    return new StoredTrial(
                            row.trial(),
                            row.generation(),
                            runs,
                            outcome(row, runs),
                            epochs.getOrDefault(id, 0L),
                            Optional.ofNullable(taken.get(row.trial().id())));
                })
                .toList();
    }

    private static Optional<Outcome> outcome(Row row, List<FoldRun> folds) {
        return row.state().equals("open")
                ? Optional.empty()
                : Optional.of(
                        evaluation(row, folds.stream().map(FoldRun::result).toList())
                                .outcome());
    }

    /// Which trials were taken over, and from which run.
    Map<TrialId, String> taken() throws SQLException {
        var taken = new LinkedHashMap<TrialId, String>();
        if (has("taken")) {
            query(
                    "select trial, run from taken order by trial",
                    row -> taken.put(new TrialId(row.getLong(1)), row.getString(2)));
        }
        return taken;
    }

    /// What each epoch of a trial's folds said, by fold.
    SortedMap<Integer, List<FoldResult.Epoch>> epochs(TrialId trial) throws SQLException {
        var folds = new TreeMap<Integer, List<FoldResult.Epoch>>();
        query(
                "select fold, epoch, loss, measures from epochs where trial = ? order by fold, epoch",
                row -> folds.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                        .add(new FoldResult.Epoch(
                                row.getInt(2), real(row.getObject(3)), ValueText.measures(row.getString(4)))),
                trial.number());
        return folds;
    }

    /// All trials that were asked for and have no outcome, with the folds they have.
    List<Unfinished> unfinished() throws SQLException {
        var unfinished = new ArrayList<Unfinished>();
        for (Row row : query(trialRows() + "where state = 'open' order by id", RunReader::row)) {
            var folds = new LinkedHashMap<Integer, FoldResult>();
            query(
                    "select fold, score, measures, seconds from folds where trial = ? order by fold",
                    fold -> folds.put(fold.getInt(1), result(fold, 2)),
                    row.trial().id().number());
            unfinished.add(new Unfinished(row.trial(), row.generation(), folds));
        }
        return unfinished;
    }

    Evaluation evaluation(long trial) throws SQLException {
        return evaluation(
                query(trialRows() + "where id = ?", RunReader::row, trial).getFirst());
    }

    private Evaluation evaluation(Row row) throws SQLException {
        long id = row.trial().id().number();
        return evaluation(row, folds(" where trial = " + id).getOrDefault(id, List.of()));
    }

    private static Evaluation evaluation(Row row, List<FoldResult> folds) {
        return new Evaluation(
                row.trial(),
                row.generation(),
                row.state().equals("finished")
                        ? new Outcome.Finished(folds)
                        : new Outcome.Failed(row.failedFold(), row.reason(), row.failedTime()));
    }

    private Map<Long, List<FoldResult>> folds(String condition) throws SQLException {
        var folds = new LinkedHashMap<Long, List<FoldResult>>();
        query(
                "select trial, score, measures, seconds from folds" + condition + " order by trial, fold",
                row -> folds.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(result(row, 2)));
        return folds;
    }

    /// A fold's result from three columns: score, measures, seconds.
    static FoldResult result(ResultSet row, int column) throws SQLException {
        return result(row, column, List.of());
    }

    private static FoldResult result(ResultSet row, int column, List<FoldResult.Epoch> epochs) throws SQLException {
        return new FoldResult(
                new Score(row.getDouble(column)),
                ValueText.measures(row.getString(column + 1)),
                epochs,
                duration(row.getDouble(column + 2)));
    }

    /// A number; NaN where the database holds none.
    static double real(@Nullable Object number) {
        return number instanceof Number real ? real.doubleValue() : Double.NaN;
    }

    /// What rows of trials are selected by. Older runs do not know how long failures took.
    private String trialRows() throws SQLException {
        return has("failures")
                ? TRIALS.formatted("coalesce(seconds, 0)", "left join failures on failures.trial = id")
                : TRIALS.formatted("0", "");
    }

    boolean has(String table) throws SQLException {
        return number("select count(*) from sqlite_master where name = '" + table + "'") > 0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static Row row(ResultSet row) throws SQLException {
        var trial = new Trial(
                new TrialId(row.getLong(1)), ValueText.configuration(row.getString(3)), new Seed(row.getLong(4)));
        String reason = row.getString(7);
        return new Row(
                trial,
                row.getInt(2),
                row.getString(5),
                row.getInt(6),
                reason == null ? "" : reason,
                duration(row.getDouble(8)));
    }
}
