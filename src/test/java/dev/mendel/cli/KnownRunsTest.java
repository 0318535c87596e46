package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that takes over what another one of the same objective has finished.
@Tag("training")
class KnownRunsTest {
    private static final String SMALL_GRID = """
            experiment: tiny
            objective:
              digit-pairs: {pairs: 24, folds: 2, epochs: 2, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              model:         {choices: [sharing, auxiliary, both]}
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {ordered: [1e-3, 1e-2, 1e30]}
            evolution: {population: 4, children: 2}
            budget: {generations: 3}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = mendel.write("tiny.yaml", SMALL_GRID).toString();
        output = mendel.output().toString();
    }

    @Test
    void theRunIsTheOneThatTrainedEverythingItself() {
        String alone = run("evolve", "--seed", "5");
        run("grid");
        String taking = run("evolve", "--seed", "5", "--known", "tiny-grid");
        assertThat(mendel.out()).contains("taken over  10 trials that tiny-grid-1-");
        assertThat(trials(taking)).isEqualTo(trials(alone)).hasSize(10);
        assertThat(evaluated(taking)).allMatch(row -> row.startsWith("0 "));
        assertThat(evaluated(alone)).noneMatch(row -> row.startsWith("0 "));
        assertThat(generations(taking)).isEqualTo(generations(alone));
    }

    @Test
    void failuresAreTakenOverToo() {
        run("grid");
        String taking = run("grid", "--known", "latest");
        assertThat(trials(taking)).hasSize(18).anyMatch(row -> row.contains("failed"));
        assertThat(evaluated(taking)).allMatch(row -> row.startsWith("0 "));
    }

    @Test
    void timesAreThoseOfTheTrainingThatWasDone() {
        String first = run("grid");
        String second = run("grid", "--known", "latest");
        String seconds = "select trial, fold, seconds, started from folds order by 1, 2";
        assertThat(rows(second, seconds)).isEqualTo(rows(first, seconds)).hasSizeGreaterThan(20);
    }

    @Test
    void whatOnlyThisRunAsksForIsTrained() {
        String part = run("grid", "--trials", "7");
        String whole = run("grid", "--known", part);
        assertThat(rows(whole, "select count(*), min(run) from taken")).containsExactly("7 " + part + " ");
        assertThat(rows(whole, "select count(*) from folds where worker > 0")).isNotEqualTo(List.of("0 "));
        assertThat(trials(whole)).isEqualTo(trials(run("grid"))).hasSize(18);
    }

    @Test
    void aRunIsStillAskedAfterAnInterruption() {
        run("grid");
        String taking = run("evolve", "--known", "latest", "--generations", "0");
        assertThat(mendel.type("resume", taking, "--output", output, "--generations", "3"))
                .isZero();
        assertThat(evaluated(taking)).hasSizeGreaterThan(12).allMatch(row -> row.startsWith("0 "));
    }

    @Test
    void aRunMayBeAskedWhenAnotherIsResumed() {
        String grid = run("grid");
        String begun = run("evolve", "--generations", "0");
        mendel.type("resume", begun, "--output", output, "--generations", "3", "--known", grid);
        assertThat(rows(begun, "select count(*) from taken")).containsExactly("6 ");
    }

    @Test
    void tellsWhatDiffersWhereTheObjectiveIsAnother() {
        String grid = run("grid");
        String epochs = "objective.digit-pairs.epochs=3";
        assertThat(mendel.type("evolve", file, "--output", output, "--known", grid, "--set", epochs, "--set", "seed=2"))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains(grid + ": its trials can't be taken over: the experiment's seed is 1 there, 2 here; "
                        + "objective.digit-pairs.epochs is 2 there, 3 here");
        assertThat(RunDirectory.all(mendel.output())).hasSize(1);
    }

    @Test
    void roundsAreNoFolds() {
        String rounds = run("evaluate", "--set", "objective.digit-pairs.rounds=2");
        assertThat(mendel.type("grid", file, "--output", output, "--known", rounds))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("its trials are rounds of fresh pairs, not folds of a cross-validation");
    }

    @Test
    void aRunOfAnotherVersionHasToScoreTheSame() {
        String grid = run("grid");
        change(grid, "update provenance set value = '0.0.9' where name = 'mendel'");
        assertThat(mendel.type("evolve", file, "--output", output, "--known", grid))
                .isZero();
        change(grid, "update folds set measures = replace(measures, 'loss\":', 'loss\":1')");
        assertThat(mendel.type("evolve", file, "--output", output, "--known", grid))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains("its trials can't be taken over: trial 1 scored")
                .contains("mendel 0.0.9 there, ");
    }

    @Test
    void aRunOfAnotherArithmeticIsNeitherTakenOverNorGoneOnWith() {
        String grid = run("grid");
        change(grid, "update manifest set value = '1' where name = 'arithmetic'");
        assertThat(mendel.type("evolve", file, "--output", output, "--known", grid))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains(grid + ": its trials can't be taken over: it was computed with arithmetic 1, and this is ")
                .contains(". Without --known they are trained anew");
        change(grid, "delete from manifest where name = 'arithmetic'"); // as before there were two
        assertThat(mendel.type("resume", grid, "--output", output)).isEqualTo(2);
        assertThat(mendel.err())
                .contains(grid + ": the run was begun with arithmetic 1 by Mendel ")
                .contains("Finish it with the version that began it, or begin a new run");
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        assertThat(mendel.type("evolve", file, "--output", output, "--known", "nobody"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("nobody: no such run");
    }

    private String run(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command, file, "--output", output));
        arguments.addAll(List.of(options));
        assertThat(mendel.type(arguments.toArray(String[]::new)))
                .as(mendel.err())
                .isZero();
        return RunDirectory.all(mendel.output()).getLast().name();
    }

    private List<String> trials(String run) {
        return rows(
                run,
                "select t.id, t.generation, t.configuration, t.seed, t.state, t.score, t.failed_fold, t.reason,"
                        + " group_concat(f.score || f.measures || e.loss || e.measures) from trials t"
                        + " left join folds f on f.trial = t.id"
                        + " left join epochs e on e.trial = t.id and e.fold = f.fold group by t.id");
    }

    private List<String> evaluated(String run) {
        return rows(run, "select worker, trial, fold from folds order by 2, 3");
    }

    private List<String> generations(String run) {
        try (StoredRun stored = StoredRun.open(RunDirectory.find(mendel.output(), run))) {
            return stored.generations().stream().map(Object::toString).toList();
        }
    }

    private List<String> rows(String run, String query) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database(run));
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                var text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(row.getString(i)).append(' ');
                }
                rows.add(text.toString());
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
        return rows;
    }

    private void change(String run, String sql) {
        try (var connection = DriverManager.getConnection(database(run));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private String database(String run) {
        return "jdbc:sqlite:" + mendel.output().resolve(run).resolve("run.db");
    }
}
