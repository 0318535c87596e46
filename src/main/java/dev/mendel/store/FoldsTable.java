package dev.mendel.store;

import dev.mendel.space.Configuration;
import dev.mendel.store.Sql.Damage;
import dev.mendel.store.Sql.Row;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The tables of results: `folds` and which of them are `partial` (the trial had come to a rung, and not to its
/// end), their `epochs`, the `places` of those that another machine has evaluated, and `tests` on data that no
/// fold has seen.
record FoldsTable(Sql sql) {
    static final String PARTIAL =
            "partial (trial integer not null, fold integer not null, primary key (trial, fold)) without rowid";
    static final String PLACES = "places (trial integer not null, fold integer not null, host text not null,"
            + " primary key (trial, fold)) without rowid";
    private static final List<String> OF_FOLDS = List.of("folds", "epochs", "places");
    static final List<String> TABLES = List.of("""
            folds (
              trial integer not null, fold integer not null, score real not null, measures text not null,
              worker integer not null, started text not null, seconds real not null,
              primary key (trial, fold)) without rowid""", """
            epochs (
              trial integer not null, fold integer not null, epoch integer not null, loss real,
              measures text not null,
              primary key (trial, fold, epoch)) without rowid""", """
            tests (
              trial integer primary key, score real not null, measures text not null, seconds real not null)""", PARTIAL, PLACES);

    /// Writes a fold that has ended, in place of its part.
    void write(FoldRun run) throws SQLException {
        dropPart(run);
        insert(run);
    }

    /// Writes a fold as it is at a rung, in place of what it was at the one before.
    void writePartial(FoldRun run) throws SQLException {
        dropPart(run);
        sql.update("insert into partial values (?, ?)", run.trial().id().number(), run.fold());
        insert(run);
    }

    private void dropPart(FoldRun run) throws SQLException {
        long trial = run.trial().id().number();
        String part = " where trial = ? and fold = ?";
        String ifThere = part + " and exists (select 1 from partial where partial.trial = ? and partial.fold = ?)";
        for (String table : OF_FOLDS) {
            sql.update("delete from " + table + ifThere, trial, run.fold(), trial, run.fold());
        }
        sql.update("delete from partial" + part, trial, run.fold());
    }

    private void insert(FoldRun run) throws SQLException {
        long trial = run.trial().id().number();
        FoldResult result = run.result();
        sql.update(
                "insert into folds (trial, fold, score, measures, worker, started, seconds)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                trial,
                run.fold(),
                result.score().value(),
                ValueText.write(result.measures()),
                run.worker(),
                run.started().toString(),
                result.time().toNanos() / 1e9);
        if (run.host() != null) {
            sql.update("insert into places values (?, ?, ?)", trial, run.fold(), run.host());
        }
        for (FoldResult.Epoch epoch : result.epochs()) {
            sql.update(
                    "insert into epochs (trial, fold, epoch, loss, measures) values (?, ?, ?, ?, ?)",
                    trial,
                    run.fold(),
                    epoch.number(),
                    epoch.loss(),
                    ValueText.write(epoch.measures()));
        }
    }

    /// Forgets a trial's folds from one of them on.
    void dropFrom(TrialId trial, int fold) throws SQLException {
        for (String table : OF_FOLDS) {
            sql.update("delete from " + table + " where trial = ? and fold >= ?", trial.number(), fold);
        }
    }

    void writeTest(TrialId trial, FoldResult result) throws SQLException {
        sql.update(
                "insert or replace into tests values (?, ?, ?, ?)",
                trial.number(),
                result.score().value(),
                ValueText.write(result.measures()),
                result.time().toNanos() / 1e9);
    }

    /// The results of trials, by trial and in the order of their folds, without epochs.
    ///
    /// @param condition on the column `trial`
    Map<Long, List<FoldResult>> results(String condition) throws SQLException {
        var folds = new HashMap<Long, List<FoldResult>>();
        sql.query(
                "select trial, score, measures, seconds from folds where " + condition + " order by trial, fold",
                row -> folds.computeIfAbsent(row.whole(1), _ -> new ArrayList<>())
                        .add(result(row, 2, List.of())));
        return folds;
    }

    /// The results of one trial's folds that have ended, by fold, without epochs.
    Map<Integer, FoldResult> byFold(TrialId trial) throws SQLException {
        var folds = new HashMap<Integer, FoldResult>();
        sql.query(
                "select fold, score, measures, seconds from folds where trial = ?"
                        + " and fold not in (select fold from partial where partial.trial = folds.trial)",
                row -> folds.put(row.small(1), result(row, 2, List.of())),
                trial.number());
        return folds;
    }

    /// One trial's folds with all that is known of them.
    List<FoldRun> of(Trial trial) throws SQLException {
        return runs(" where folds.trial = " + trial.id().number(), _ -> trial, epochs(trial.id()));
    }

    /// All folds, by trial, without epochs.
    ///
    /// @param trials by number
    Map<Long, List<FoldRun>> all(Map<Long, Trial> trials) throws SQLException {
        var folds = new HashMap<Long, List<FoldRun>>();
        for (FoldRun run : runs("", trials::get, Map.of())) {
            folds.computeIfAbsent(run.trial().id().number(), _ -> new ArrayList<>())
                    .add(run);
        }
        return folds;
    }

    private List<FoldRun> runs(
            String condition, LongFunction<@Nullable Trial> trials, Map<Integer, List<FoldResult.Epoch>> epochs)
            throws SQLException {
        return sql.query(
                "select folds.trial, folds.fold, score, measures, seconds, worker, started, host from folds left join"
                        + " places on places.trial = folds.trial and places.fold = folds.fold" + condition
                        + " order by folds.trial, folds.fold",
                row -> {
                    Trial trial = trials.apply(row.whole(1));
                    if (trial == null) {
                        throw new Damage(
                                "fold " + row.whole(2) + " is of trial " + row.whole(1) + ", which there is not");
                    }
                    int fold = row.small(2);
                    return new FoldRun(
                            trial,
                            fold,
                            result(row, 3, epochs.getOrDefault(fold, List.of())),
                            row.small(6),
                            row.instant(7),
                            row.textOrNull(8));
                });
    }

    /// The epochs of a trial's folds, by fold.
    SortedMap<Integer, List<FoldResult.Epoch>> epochs(TrialId trial) throws SQLException {
        var folds = new TreeMap<Integer, List<FoldResult.Epoch>>();
        sql.query(
                "select fold, epoch, loss, measures from epochs where trial = ? order by fold, epoch",
                row -> folds.computeIfAbsent(row.small(1), _ -> new ArrayList<>())
                        .add(new FoldResult.Epoch(row.small(2), row.realOrNaN(3), ValueText.measures(row.text(4)))),
                trial.number());
        return folds;
    }

    /// The number of epochs that all folds of each trial had together.
    Map<Long, Long> epochCounts() throws SQLException {
        var counts = new HashMap<Long, Long>();
        sql.query("select trial, count(*) from epochs group by trial", row -> counts.put(row.whole(1), row.whole(2)));
        return counts;
    }

    /// A trial's result on data that no fold has seen.
    Optional<FoldResult> test(TrialId trial) throws SQLException {
        return sql
                .query(
                        "select score, measures, seconds from tests where trial = ?",
                        row -> result(row, 1, List.of()),
                        trial.number())
                .stream()
                .findFirst();
    }

    /// A configuration's result on data that no fold has seen.
    Optional<FoldResult> test(Configuration configuration) throws SQLException {
        return sql
                .query(
                        "select tests.score, measures, seconds from tests join trials on trials.id = tests.trial"
                                + " where configuration = ?",
                        row -> result(row, 1, List.of()),
                        configuration.json())
                .stream()
                .findFirst();
    }

    /// A result from three columns: score, measures, seconds.
    private static FoldResult result(Row row, int column, List<FoldResult.Epoch> epochs) throws SQLException {
        return new FoldResult(
                new Score(row.real(column)), ValueText.measures(row.text(column + 1)), epochs, row.seconds(column + 2));
    }
}
