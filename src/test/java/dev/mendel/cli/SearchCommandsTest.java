package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random searches, parts of grids, failed trials and groups, as typed.
@Tag("training")
class SearchCommandsTest {
    private static final String EXPERIMENT = """
            experiment: tiny
            objective:
              digit-pairs: {pairs: 24, folds: 2, epochs: 1, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              model:         {choices: [sharing, auxiliary]}
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {ordered: [1e-3, 1e-2]}
              lambda:        {ordered: [0.2, 0.9], when: {model: [auxiliary]}}
            evolution: {population: 4, children: 2}
            budget: {generations: 2}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = mendel.write("tiny.yaml", EXPERIMENT).toString();
        output = mendel.output().toString();
    }

    @Test
    void randomTriesAsManyAsAnEvolutionCouldComeTo() {
        assertThat(mendel.type("random", file, "--output", output)).isZero();
        assertThat(mendel.out()).contains("tiny-random-1-").contains("cross-validated over 2 folds");
        assertThat(asked()).hasSize(8);
    }

    @Test
    void randomGoesOnWhereItWasInterrupted() {
        mendel.type("random", file, "--output", output);
        List<String> atOnce = asked();
        mendel.type("random", file, "--output", output, "--trials", "3");
        mendel.type("resume", "latest", "--output", output, "--trials", "8");
        assertThat(asked()).isEqualTo(atOnce);
    }

    @Test
    void partOfAGridIsToldApartFromAllOfIt() {
        assertThat(mendel.type("grid", file, "--output", output, "--limit", "5"))
                .isZero();
        assertThat(mendel.out())
                .contains("points      12 of different effect, 16 as written; at most 5 are tried")
                .contains("tried       5 of 12 points");
        mendel.type("runs", "--output", output);
        assertThat(mendel.out()).contains("5 of 12");
        mendel.type("best", "latest", "--output", output);
        assertThat(mendel.out()).contains("tried       5 of 12 points");
        mendel.type("results", "latest", "--output", output);
        assertThat(mendel.out())
                .contains("The experiment has no `reported` figures to stand beside.")
                .contains("Only 5 of 12 points were tried.");
    }

    /// Its own figures are the ones by which it has picked: they don't stand beside what was reported.
    @Test
    void resultsOfASearchTellWhatMattered() throws IOException {
        String reporting = mendel.write("reporting.yaml", EXPERIMENT + """
                reported:
                  - {by: A & B, name: Net, of: {}, percent: 1}
                """).toString();
        mendel.type("random", reporting, "--output", output, "--trials", "9");
        mendel.type("results", "latest", "--output", output);
        assertThat(mendel.out()).contains("Too few trials have finished to tell what mattered.");
        mendel.type("random", reporting, "--output", output, "--trials", "12");
        Path kept = folder.resolve("kept");
        mendel.type("results", "latest", "--output", output, "--keep", kept.toString());
        assertThat(mendel.out())
                .doesNotContain("A & B")
                .contains("`mendel retest` measures its best anew")
                .contains("| hyperparameter | share % | by chance % | ratio |")
                .contains("learning-rate")
                .contains("12 trials (0 failed)");
        String printed = mendel.out();
        mendel.type("results", kept.resolve("tiny.json").toString());
        assertThat(mendel.out()).isEqualTo(printed);
    }

    @Test
    void shuffledGridTriesAllInAnOrderOfItsOwn() {
        mendel.type("grid", file, "--output", output);
        List<String> inOrder = asked();
        mendel.type("grid", file, "--output", output, "--shuffle", "--seed", "3", "--limit", "4");
        List<String> first = asked();
        assertThat(first).hasSize(4).isNotEqualTo(inOrder.subList(0, 4));
        mendel.type("resume", "latest", "--output", output, "--trials", "100");
        assertThat(asked()).startsWith(first.toArray(String[]::new)).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    @Test
    void failedTrialsAreTriedAgainWhereAsked() {
        mendel.type("grid", file, "--output", output);
        pretendFailures();
        mendel.type("resume", "latest", "--output", output);
        assertThat(failed()).isEqualTo(3);
        assertThat(mendel.type("resume", "latest", "--output", output, "--retry-failed"))
                .isZero();
        assertThat(failed()).isZero();
    }

    @Test
    void evolutionsDoNotTryFailedTrialsAgain() {
        mendel.type("evolve", file, "--output", output);
        assertThat(mendel.type("resume", "latest", "--output", output, "--retry-failed"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("an evolution has bred on without its failed trials");
    }

    @Test
    void groupIsARunForEachSeed() {
        assertThat(mendel.type("random", file, "--output", output, "--seeds", "3", "--seed", "4", "--trials", "2"))
                .isZero();
        assertThat(mendel.out())
                .contains("group       tiny-random-4to6-")
                .contains("of 3 runs of 3")
                .containsPattern("compare     \\./mendel compare tiny-random-4to6-\\d+-\\d+ --output \\S+\n");
        assertThat(RunDirectory.all(mendel.output()))
                .extracting(run -> run.name().substring(0, 13))
                .containsExactly("tiny-random-4", "tiny-random-5", "tiny-random-6");
    }

    @Test
    void groupGoesOnWithWhatIsMissing() throws IOException {
        mendel.type("evolve", file, "--output", output, "--seeds", "2", "--generations", "0", "--quiet");
        RunDirectory last = RunDirectory.all(mendel.output()).getLast();
        try (var files = Files.list(last.path())) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        assertThat(mendel.type("resume", "tiny-genetic-1to2", "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(RunDirectory.all(mendel.output())).hasSize(2);
        assertThat(mendel.type("resume", "tiny-genetic-1to2", "--output", output, "--generations", "1"))
                .isZero();
        for (RunDirectory directory : RunDirectory.all(mendel.output())) {
            try (StoredRun run = StoredRun.open(directory)) {
                assertThat(run.status().generations()).isEqualTo(1);
            }
        }
    }

    @Test
    void numberOfSeedsIsChecked() {
        assertThat(mendel.type("evolve", file, "--output", output, "--seeds", "0"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("--seeds: 0 is not a whole number from 1");
    }

    private List<String> asked() {
        return rows("select configuration from trials order by id");
    }

    private long failed() {
        return Long.parseLong(
                rows("select count(*) from trials where state = 'failed'").getFirst());
    }

    private void pretendFailures() {
        try (var connection = DriverManager.getConnection(database());
                var statement = connection.createStatement()) {
            statement.execute("update trials set state = 'failed', score = null, failed_fold = 0, reason = 'power cut'"
                    + " where id in (2, 5, 9)");
            statement.execute("delete from folds where trial in (2, 5, 9)");
            statement.execute("delete from epochs where trial in (2, 5, 9)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> rows(String query) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
        return rows;
    }

    private String database() {
        return "jdbc:sqlite:"
                + RunDirectory.all(mendel.output()).getLast().path().resolve("run.db");
    }
}
