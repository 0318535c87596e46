package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.Individual;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldRun;
import dev.mendel.trial.Ledger.Unfinished;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Turns rows back into what they were written from. Epochs are left in the database: nothing that goes on
/// needs them.
record RunReader(Connection connection) {
    private static final String TRIALS =
            "select id, generation, configuration, seed, state, failed_fold, reason from trials";

    /// Something made from each row of a result.
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// A row of the table of trials.
    record Row(Trial trial, int generation, String state, int failedFold, String reason) {}

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
        for (Row row : query(TRIALS + " where state <> 'open' order by id", RunReader::row)) {
            evaluations.add(evaluation(row, folds.getOrDefault(row.trial().id().number(), List.of())));
        }
        return evaluations;
    }

    /// The best finished trials, best first; of equals the one asked for first.
    List<Evaluation> best(int count) throws SQLException {
        var evaluations = new ArrayList<Evaluation>();
        for (Row row :
                query(TRIALS + " where state = 'finished' order by score desc, id limit ?", RunReader::row, count)) {
            evaluations.add(evaluation(row));
        }
        return evaluations;
    }

    /// All trials that were asked for and have no outcome, with the folds they have.
    List<Unfinished> unfinished() throws SQLException {
        var unfinished = new ArrayList<Unfinished>();
        for (Row row : query(TRIALS + " where state = 'open' order by id", RunReader::row)) {
            var folds = new LinkedHashMap<Integer, FoldResult>();
            query(
                    "select fold, score, measures, seconds from folds where trial = ? order by fold",
                    fold -> folds.put(fold.getInt(1), result(fold, 2)),
                    row.trial().id().number());
            unfinished.add(new Unfinished(row.trial(), row.generation(), folds));
        }
        return unfinished;
    }

    /// The last complete generation, if there is one.
    Optional<Generation> lastGeneration() throws SQLException {
        List<Integer> number =
                query("select number from generations order by number desc limit 1", row -> row.getInt(1));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var population = new ArrayList<Individual>();
        for (long id : lastPopulation()) {
            population.add(individual(id));
        }
        return Optional.of(new Generation(number.getFirst(), population));
    }

    /// The numbers of the individuals in the last complete generation, in its order.
    List<Long> lastPopulation() throws SQLException {
        return query("select population from generations order by number desc limit 1", row -> row.getString(1))
                .stream()
                .flatMap(numbers -> Arrays.stream(numbers.split(",")))
                .map(Long::valueOf)
                .toList();
    }

    /// All populations, by generation, without their parents.
    List<Generation> generations() throws SQLException {
        var trials = new HashMap<Long, Evaluation>();
        for (Evaluation evaluation : evaluations()) {
            trials.put(evaluation.trial().id().number(), evaluation);
        }
        var individuals = new HashMap<Long, Individual>();
        query("select id, genotype, trial, born from individuals", row -> {
            var genotype = ValueText.genotype(row.getString(2));
            return individuals.put(
                    row.getLong(1),
                    new Individual(genotype, Objects.requireNonNull(trials.get(row.getLong(3))), row.getInt(4)));
        });
        return query(
                "select number, population from generations order by number",
                row -> new Generation(
                        row.getInt(1),
                        Arrays.stream(row.getString(2).split(","))
                                .map(id -> Objects.requireNonNull(individuals.get(Long.valueOf(id))))
                                .toList()));
    }

    /// All that were ever born, in order.
    List<Birth> births() throws SQLException {
        var parents = new HashMap<Long, List<Long>>();
        if (number("select count(*) from sqlite_master where name = 'parents'") > 0) {
            query(
                    "select individual, parent from parents order by individual, parent",
                    row -> parents.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(row.getLong(2)));
        }
        return query(
                "select id, born, trial from individuals order by id",
                row -> new Birth(
                        row.getLong(1),
                        row.getInt(2),
                        new TrialId(row.getLong(3)),
                        parents.getOrDefault(row.getLong(1), List.of())));
    }

    /// All finished folds, in the order in which they were begun.
    List<FoldRun> foldRuns() throws SQLException {
        var trials = new HashMap<Long, Trial>();
        query(TRIALS, row -> trials.put(row.getLong(1), row(row).trial()));
        return query(
                        "select trial, fold, score, measures, seconds, worker, started from folds order by trial, fold",
                        row -> new FoldRun(
                                Objects.requireNonNull(trials.get(row.getLong(1))),
                                row.getInt(2),
                                result(row, 3),
                                row.getInt(6),
                                Instant.parse(row.getString(7))))
                .stream()
                .sorted(Comparator.comparing(FoldRun::started))
                .toList();
    }

    private Individual individual(long id) throws SQLException {
        return query(
                        "select genotype, trial, born from individuals where id = ?",
                        row -> new Individual(
                                ValueText.genotype(row.getString(1)), evaluation(row.getLong(2)), row.getInt(3)),
                        id)
                .getFirst();
    }

    private Evaluation evaluation(long trial) throws SQLException {
        return evaluation(query(TRIALS + " where id = ?", RunReader::row, trial).getFirst());
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
                        : new Outcome.Failed(row.failedFold(), row.reason()));
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
        return new FoldResult(
                new Score(row.getDouble(column)),
                ValueText.measures(row.getString(column + 1)),
                List.of(),
                Duration.ofNanos(Math.round(row.getDouble(column + 2) * 1e9)));
    }

    private static Row row(ResultSet row) throws SQLException {
        var trial = new Trial(
                new TrialId(row.getLong(1)), ValueText.configuration(row.getString(3)), new Seed(row.getLong(4)));
        String reason = row.getString(7);
        return new Row(trial, row.getInt(2), row.getString(5), row.getInt(6), reason == null ? "" : reason);
    }
}
