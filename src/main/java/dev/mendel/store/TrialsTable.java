package dev.mendel.store;

import dev.mendel.space.Configuration;
import dev.mendel.store.Sql.Damage;
import dev.mendel.store.Sql.Row;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables `trials`, `rungs` (the scores of trials at the rungs that they passed), `worth` (the numbers by
/// which they were compared there, where it was not the score alone), `taken` (which other run had finished a
/// trial) and `failures` (how long the failing fold took).
record TrialsTable(Sql sql) {
    static final String TAKEN = "taken (trial integer primary key, run text not null)";
    static final String FAILURES = "failures (trial integer primary key, seconds real not null)";
    static final String RUNGS =
            "rungs (trial integer not null, rung integer not null, score real not null, primary key (trial, rung))"
                    + " without rowid";
    static final String WORTH = "worth (trial integer not null, rung integer not null, objective integer not null,"
            + " number real not null, primary key (trial, rung, objective)) without rowid";
    static final List<String> TABLES = List.of("""
            trials (
              id integer primary key, generation integer not null, configuration text not null unique,
              seed integer not null, state text not null default 'open', score real,
              failed_fold integer, reason text)""", TAKEN, FAILURES, RUNGS, WORTH);

    /// A row: a trial without its folds.
    ///
    /// @param failure the reason of its failure; null for one that has not failed
    record Entry(Trial trial, int generation, StoredTrial.State state, Outcome.@Nullable Failed failure) {
        long id() {
            return trial.id().number();
        }

        /// The outcome of the trial, made of its folds and what it had come to at rungs.
        ///
        /// @throws Damage if that can't be
        Outcome outcome(List<FoldResult> folds, List<AtRung> rungs) {
            if (failure != null) {
                return failure.after(rungs);
            }
            if (state == StoredTrial.State.STOPPED) {
                if (rungs.isEmpty()) {
                    throw new Damage("trial " + trial.id() + " was stopped and has passed no rung");
                }
                return new Outcome.Stopped(rungs);
            }
            if (folds.isEmpty()) {
                throw new Damage("trial " + trial.id() + " is finished and has no folds");
            }
            return new Outcome.Finished(folds, rungs);
        }
    }

    /// @param outcome null for a trial that has none
    void insert(int generation, Trial trial, @Nullable Outcome outcome) throws SQLException {
        sql.update(
                "insert into trials (id, generation, configuration, seed, state, score, failed_fold, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                trial.id().number(),
                generation,
                trial.configuration().json(),
                trial.seed().value(),
                StoredTrial.State.of(outcome).word(),
                score(outcome),
                outcome instanceof Outcome.Failed failed ? failed.fold() : null,
                outcome instanceof Outcome.Failed failed ? failed.reason() : null);
    }

    void update(TrialId trial, Outcome outcome) throws SQLException {
        sql.update(
                "update trials set state = ?, score = ?, failed_fold = ?, reason = ? where id = ?",
                StoredTrial.State.of(outcome).word(),
                score(outcome),
                outcome instanceof Outcome.Failed failed ? failed.fold() : null,
                outcome instanceof Outcome.Failed failed ? failed.reason() : null,
                trial.number());
    }

    void reached(TrialId trial, int rung, AtRung there) throws SQLException {
        sql.update("insert or replace into rungs values (?, ?, ?)", trial.number(), rung, there.score());
        if (!there.equals(AtRung.of(there.score()))) {
            for (int k = 0; k < there.worth().size(); k++) {
                sql.update(
                        "insert or replace into worth values (?, ?, ?, ?)",
                        trial.number(),
                        rung,
                        k,
                        there.worth().get(k));
            }
        }
    }

    /// What trials had come to at the rungs that they passed, in their order, by trial.
    ///
    /// @param condition on the column `trial`
    Map<Long, List<AtRung>> rungs(String condition) throws SQLException {
        var worth = new HashMap<Place, List<Double>>();
        sql.query(
                "select trial, rung, number from worth where " + condition + " order by trial, rung, objective",
                row -> worth.computeIfAbsent(new Place(row.whole(1), row.small(2)), _ -> new ArrayList<>())
                        .add(row.real(3)));
        var rungs = new LinkedHashMap<Long, List<AtRung>>();
        sql.query("select trial, rung, score from rungs where " + condition + " order by trial, rung", row -> {
            double score = row.real(3);
            List<Double> numbers = worth.getOrDefault(new Place(row.whole(1), row.small(2)), List.of(score));
            return rungs.computeIfAbsent(row.whole(1), _ -> new ArrayList<>()).add(new AtRung(score, numbers));
        });
        return rungs;
    }

    private record Place(long trial, int rung) {}

    void failed(TrialId trial, Duration time) throws SQLException {
        sql.update("insert or replace into failures values (?, ?)", trial.number(), time.toNanos() / 1e9);
    }

    void takenOver(TrialId trial, String run) throws SQLException {
        sql.update("insert into taken values (?, ?)", trial.number(), run);
    }

    /// Makes failed trials trials without an outcome.
    void reopenFailed() throws SQLException {
        sql.update("delete from taken where trial in (select id from trials where state = 'failed')");
        sql.update("delete from failures where trial in (select id from trials where state = 'failed')");
        sql.update("update trials set state = 'open', failed_fold = null, reason = null where state = 'failed'");
    }

    /// The trials that a condition holds for, in the order that it says.
    ///
    /// @param condition the part of the query after its tables
    List<Entry> select(String condition, Object... parameters) throws SQLException {
        return sql.query(
                "select id, generation, configuration, seed, state, failed_fold, reason, coalesce(seconds, 0.0), score"
                        + " from trials left join failures on failures.trial = id " + condition,
                TrialsTable::entry,
                parameters);
    }

    long count(StoredTrial.State state) throws SQLException {
        return sql.number("select count(*) from trials where state = '" + state.word() + "'");
    }

    /// The runs that had finished trials before, by trial.
    Map<TrialId, String> taken() throws SQLException {
        var taken = new LinkedHashMap<TrialId, String>();
        sql.query(
                "select trial, run from taken order by trial",
                row -> taken.put(new TrialId(row.whole(1)), row.text(2)));
        return taken;
    }

    private static @Nullable Double score(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Finished finished ? finished.mean() : null;
    }

    private static Entry entry(Row row) throws SQLException {
        long id = row.whole(1);
        String word = row.text(5);
        StoredTrial.State state = StoredTrial.State.find(word)
                .orElseThrow(() -> new Damage("trial " + id + " is in a state that there is not: " + word));
        if (state == StoredTrial.State.FINISHED) {
            row.real(9);
        }
        String reason = row.textOrNull(7);
        Configuration configuration = ValueText.configuration(row.text(3));
        return new Entry(
                new Trial(new TrialId(id), configuration, new Seed(row.whole(4))),
                row.small(2),
                state,
                state == StoredTrial.State.FAILED
                        ? new Outcome.Failed(row.small(6), reason == null ? "" : reason, row.seconds(8))
                        : null);
    }
}
