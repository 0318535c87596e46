package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Values from elsewhere, in a run that searches take them over from.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class ImportCommandTest {
    /// Every configuration is worth 7.
    private static final String PROGRAM = "while read -r line; do echo '{\"value\": 7}'; done\n";

    private static final String EXPERIMENT = """
            # mine
            experiment: seven
            objective: {command: [sh, seven.sh], direction: minimise, repeats: 2}
            space:
              x: {choices: [1, 2, 3, 4]}   # no more
              y: {real: [0, 1], grid: [0.5]}
            evolution: {population: 3, children: 2}
            budget: {generations: 2}
            """;

    private static final String TABLE = "x,y,value\n1,0.5,5\n2,0.5,9\n2,0.25,1\n9,0.5,1\n";

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;
    private String table;
    private String output;

    @BeforeEach
    void fixture() throws IOException {
        mendel = new CommandLineFixture(folder);
        mendel.write("seven.sh", PROGRAM);
        file = mendel.write("seven.yaml", EXPERIMENT).toString();
        table = mendel.write("there.csv", TABLE).toString();
        output = mendel.output().toString();
    }

    private void run(String... words) {
        int code = mendel.type(words);
        assertThat(code).as(mendel.err()).isZero();
    }

    private void importTable() {
        run("import", file, table, "--to", "there", "--output", output);
    }

    /// Configuration, value and origin of each trial.
    private List<String> trials(String run) {
        try (StoredRun stored = StoredRun.snapshot(RunDirectory.find(mendel.output(), run))) {
            return stored.trials().stream().map(ImportCommandTest::shown).toList();
        }
    }

    private static String shown(StoredTrial trial) {
        return trial.trial().configuration() + " " + -trial.score().orElse(Double.NaN)
                + trial.takenFrom()
                        .map(from -> " " + Path.of(from).getFileName())
                        .orElse("");
    }

    @Test
    void theRunHasTheTrialsOfTheFileAndNamesIt() {
        importTable();
        assertThat(trials("there"))
                .containsExactly("x=1 y=0.5 5.0 there.csv", "x=2 y=0.5 9.0 there.csv", "x=2 y=0.25 1.0 there.csv");
        assertThat(mendel.out())
                .contains("imported    3 trials of " + table)
                .contains("left out    " + table + ":5:1: x: 9 is not one of 1, 2, 3, 4")
                .contains("best        1.0, line 4: x=2 y=0.25")
                .contains("evolve " + file + " --known there --output " + output);
        assertThat(mendel.output().resolve("there").resolve("report.html")).exists();
        run("runs", "--output", output);
        assertThat(mendel.out()).contains("there  complete").contains("1.0000");
    }

    @Test
    void aSearchTakesItsTrialsOverInsteadOfEvaluatingThem() {
        importTable();
        run("grid", file, "--known", "there", "--output", output);
        assertThat(trials("seven-grid"))
                .containsExactly("x=1 y=0.5 5.0 there", "x=2 y=0.5 9.0 there", "x=3 y=0.5 7.0", "x=4 y=0.5 7.0");
        assertThat(mendel.out()).contains("taken over  2 trials that there has finished");
    }

    @Test
    void evaluatedValuesGoBeforeImportedOnesAlsoWhereAnotherRunHasTakenThoseOver() {
        importTable();
        run("grid", file, "--output", output);
        String evaluated = RunDirectory.find(mendel.output(), "seven-grid").name();
        run("grid", file, "--known", "there", "--limit", "2", "--output", output);
        String taking = RunDirectory.find(mendel.output(), "latest").name();
        run("grid", file, "--known", "there", "--known", taking, "--known", evaluated, "--output", output);
        assertThat(trials("latest")).hasSize(4).allMatch(trial -> trial.endsWith(" 7.0 " + evaluated));
    }

    @Test
    void aRunThatHasTakenOverImportedValuesCanBeResumedAndAskedByOthers() {
        importTable();
        run("grid", file, "--known", "there", "--trials", "2", "--output", output);
        String first = RunDirectory.find(mendel.output(), "latest").name();
        run("resume", first, "--trials", "4", "--output", output);
        assertThat(trials(first)).hasSize(4).startsWith("x=1 y=0.5 5.0 there").endsWith("x=4 y=0.5 7.0");
        run("grid", file, "--known", first, "--output", output);
        assertThat(trials("latest")).hasSize(4).startsWith("x=1 y=0.5 5.0 " + first);
    }

    @Test
    void theCopyOfAnExperimentKeepsItsTextAndBeginsWithTheBest() throws IOException {
        Path copy = folder.resolve("warm.yaml");
        run("import", file, table, "--to", "there", "--initial", copy.toString(), "--output", output);
        assertThat(mendel.out())
                .contains("written     " + copy + ": of the 3 individuals of the first population, 3 are given")
                .contains("evolve " + copy + " --known there");
        assertThat(copy).content().isEqualTo(EXPERIMENT + """
                initial:
                  - {x: 2, y: 0.25}
                  - {x: 1, y: 0.5}
                  - {x: 2, y: 0.5}
                """);
        run("evolve", copy.toString(), "--known", "there", "--output", output);
        assertThat(trials("seven-genetic"))
                .startsWith("x=2 y=0.25 1.0 there", "x=1 y=0.5 5.0 there", "x=2 y=0.5 9.0 there");
    }

    @Test
    void aCopyAloneMakesNoRunAndNeedsNoValues() throws IOException {
        String configurations = mendel.write("only.csv", "x\ty\n3\t0.75\n").toString();
        Path copy = folder.resolve("warm.yaml");
        run("import", file, configurations, "--initial", copy.toString(), "--set", "seed=3", "--output", output);
        assertThat(mendel.output()).doesNotExist();
        assertThat(copy).content().contains("  - {x: 3, y: 0.75}").contains("seed: 3");
        run("check", copy.toString(), "--no-trial");
    }

    @Test
    void aCopyOverwritesNothing() {
        assertThat(mendel.type("import", file, table, "--to", "there", "--initial", file, "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains(file + ": is there already; name another file");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void whatAnExportWritesIsImportedAsItWas() {
        run("grid", file, "--output", output);
        String exported = folder.resolve("own.csv").toString();
        run("export", "latest", "--csv", "--to", exported, "--output", output);
        run("import", file, exported, "--to", "again", "--output", output);
        try (StoredRun again = StoredRun.snapshot(RunDirectory.find(mendel.output(), "again"))) {
            assertThat(again.trials())
                    .hasSize(4)
                    .allSatisfy(trial -> assertThat(trial.folds()).hasSize(2).allMatch(fold -> fold.isImported()));
        }
        assertThat(mendel.out()).doesNotContain("left out");
    }

    @Test
    void moreIsBetterWhereTheExperimentSaysSo() {
        run("import", file, table, "--set", "objective.direction=maximise", "--value", "value", "--output", output);
        assertThat(mendel.out()).contains("best        9.0, line 3: x=2 y=0.5").contains("/seven-imported-1-");
    }

    @Test
    void anImportedRunIsNotGoneOnWith() {
        importTable();
        assertThat(mendel.type("resume", "there", "--output", output)).isEqualTo(2);
        assertThat(mendel.err())
                .contains("its trials were imported, so there is nothing to go on with; begin a search with --known");
        assertThat(trials("there")).hasSize(3);
    }

    @Test
    void anotherObjectiveTakesNothingOver() {
        importTable();
        assertThat(mendel.type("grid", file, "--known", "there", "--output", output, "--set", "objective.repeats=3"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("its trials can't be taken over: its objective is another one");
    }

    @Test
    void namesAreCheckedBeforeAnythingIsWritten() {
        importTable();
        assertThat(mendel.type("import", file, table, "--to", "there", "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("there: is there already; choose another name");
        for (String name : List.of("../x", "latest", "", "a b", ".x")) {
            assertThat(mendel.type("import", file, table, "--to", name, "--output", output))
                    .isEqualTo(2);
            assertThat(mendel.err()).contains("is no name for a run; allowed are up to 100 letters, digits");
        }
        assertThat(RunDirectory.all(mendel.output())).hasSize(1);
    }

    @Test
    void aTableThatCannotBeReadLeavesNoRun() throws IOException {
        String other = mendel.write("other.csv", "x,loss\n1,2\n").toString();
        assertThat(mendel.type("import", file, other, "--to", "there", "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err())
                .contains(other + ":1: has no column y for y;")
                .contains(other + ":1: has no column value for the value; name it with --value COLUMN");
        assertThat(mendel.type("import", file, other, "--map", "z=x", "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("--map: z is none of x, y");
        assertThat(mendel.type("import", file, folder.resolve("none.csv").toString(), "--output", output))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("none.csv: there is no such file");
        assertThat(mendel.output()).doesNotExist();
    }

    @Test
    void aLongListOfRowsLeftOutIsCutUnlessAllAreAskedFor() throws IOException {
        String rows = IntStream.range(0, 30).mapToObj(row -> "8,0.5,1\n").collect(Collectors.joining());
        String long30 = mendel.write("long.csv", TABLE + rows).toString();
        run("import", file, long30, "--output", output);
        assertThat(mendel.out().lines().filter(line -> line.startsWith("left out")))
                .hasSize(20);
        assertThat(mendel.out()).contains("and 11 more; --verbose prints all");
        run("import", file, long30, "--verbose", "--output", output);
        assertThat(mendel.out().lines().filter(line -> line.startsWith("left out")))
                .hasSize(31);
    }

    @Test
    void aStudyOfOptunaBecomesARunWithItsTimesAndCurves() throws IOException {
        String net = mendel.write("net.yaml", """
                experiment: net
                objective: {command: [sh, seven.sh], direction: minimise}
                space:
                  lr:     {real: [1e-5, 1], scale: log}
                  layers: {integer: [1, 6]}
                """).toString();
        String storage = "src/test/resources/optuna/study.db";
        run("import", net, "--optuna", storage, "--study", "net", "--to", "study", "--output", output);
        assertThat(mendel.out())
                .contains("imported    9 trials of " + storage + ", study net")
                .contains("left out    " + storage + ": trial 5: is PRUNED, so it has no final value")
                .contains("not used    optimizer, units, drop, nesterov, decay, momentum");
        try (StoredRun stored = StoredRun.snapshot(RunDirectory.find(mendel.output(), "study"))) {
            StoredTrial first = stored.trials().getFirst();
            assertThat(first.takenFrom()).contains(storage + ", study net");
            assertThat(first.time()).isPositive();
            assertThat(stored.epochs(first.trial().id()).get(0)).hasSize(3);
        }
        assertThat(mendel.type("import", net, table, "--optuna", storage)).isEqualTo(2);
        assertThat(mendel.err()).contains("--optuna: there is a table too");
        assertThat(mendel.type("import", net)).isEqualTo(2);
        assertThat(mendel.err()).contains("the FILE to be imported is missing, or --optuna DB");
    }

    @Test
    void theFileOfARunSaysWhereItsTrialsComeFrom() throws IOException {
        importTable();
        run("export", "there", "--json", "--output", output);
        assertThat(mendel.out()).contains("\"imported from\" : \"" + table + "\"");
        assertThat(Files.readString(mendel.output().resolve("there").resolve("experiment.yaml")))
                .contains("experiment: seven");
    }
}
