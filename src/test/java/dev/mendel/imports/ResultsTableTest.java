package dev.mendel.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.experiment.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTableTest {
    private static final Naming USUAL = new Naming(null, Map.of());

    private static final String EXPERIMENT = """
            experiment: oven
            objective: {command: [python3, oven.py], direction: minimise, repeats: 3}
            space:
              mode:   {choices: [top, bottom, "1", 1, true]}
              heat:   {real: [50, 250]}
              rounds: {integer: [1, 5], default: 2}
              fan:    {ordered: [0.1, 0.5, 1.0], when: {mode: top}}
            """;

    @TempDir
    Path folder;

    private Experiment experiment(String text) throws ExperimentException {
        return ExperimentFile.parse(folder.resolve("oven.yaml").toString(), text, List.of());
    }

    private Imported read(String csv) throws IOException, ExperimentException {
        return read(csv, USUAL, true);
    }

    private Imported read(String csv, Naming naming, boolean valued) throws IOException, ExperimentException {
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        return ResultsTable.read(file, experiment(EXPERIMENT), naming, valued);
    }

    private List<String> faults(String csv) {
        return faults(csv, USUAL);
    }

    private List<String> faults(String csv, Naming naming) {
        ExperimentException thrown = catchThrowableOfType(ExperimentException.class, () -> read(csv, naming, true));
        return shown(thrown.faults());
    }

    private List<String> shown(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    private static List<String> configurations(Imported imported) {
        return imported.trials().stream()
                .map(trial -> trial.configuration().toString())
                .toList();
    }

    @Test
    void eachRowIsATrialWithItsValueAndOrigin() throws Exception {
        Imported imported = read("heat,mode,fan,rounds,value\n200,top,0.5,3,1.5\n100.5,bottom,,1,-2e-3\n");
        assertThat(configurations(imported))
                .containsExactly("mode=top heat=200.0 rounds=3 fan=0.5", "mode=bottom heat=100.5 rounds=1");
        assertThat(imported.trials().stream().map(ImportedTrial::values))
                .containsExactly(List.of(1.5), List.of(-0.002));
        assertThat(imported.trials().stream().map(ImportedTrial::origin)).containsExactly("line 2", "line 3");
        assertThat(imported.leftOut()).isEmpty();
        assertThat(imported.unused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "top|top",
                " bottom |bottom",
                "1|1",
                "\"\"\"1\"\"\"|\"1\"",
                "True|true",
                "\"top\"|top",
            })
    void cellsMeanWhatTheHyperparameterCanTake(String cell, String expected) throws Exception {
        Imported imported = read("mode,heat,fan,value\n" + cell + ",60,1,1\n");
        assertThat(imported.trials()
                        .getFirst()
                        .configuration()
                        .find("mode")
                        .orElseThrow()
                        .display())
                .isEqualTo(expected);
    }

    @Test
    void wholeNumbersMayBeWrittenWithAPoint() throws Exception {
        assertThat(configurations(read("mode,heat,rounds,value\nbottom,60,3.0,1\n")))
                .containsExactly("mode=bottom heat=60.0 rounds=3");
    }

    @Test
    void whatIsMissingHasItsDefaultAndWhatTakesNoPartCountsForNothing() throws Exception {
        assertThat(configurations(read("mode,heat,rounds,fan,value\nbottom,60,,77,1\n")))
                .containsExactly("mode=bottom heat=60.0 rounds=2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bottom,300,1,,1|t.csv:2:8: heat: 300 is not a number from 50.0 to 250.0",
                "bottom,60,1.5,,1|t.csv:2:11: rounds: 1.5 is not a whole number from 1 to 5",
                "left,60,1,,1|t.csv:2:1: mode: left is not one of top, bottom, \"1\", 1, true",
                "top,60,1,,1|t.csv:2: fan: is missing; allowed is one of 0.1, 0.5, 1.0",
                "bottom,60,1,,nan|t.csv:2:14: nan is not a finite number, of size 1e300 at most",
                "bottom,60,1,,.inf|t.csv:2:14: .inf is not a finite number, of size 1e300 at most",
                "bottom,60,1,,1e301|t.csv:2:14: 1e301 is not a finite number, of size 1e300 at most",
                "bottom,60,1,,|t.csv:2:14: an empty cell is not a finite number, of size 1e300 at most",
                "bottom,60,1,1|t.csv:2: has 4 cells, and the heading has 5",
            })
    void aRowThatCannotBeTakenIsToldWithItsPlaceAndWhatIsAllowed(String row, String expected) throws Exception {
        Imported imported = read("mode,heat,rounds,fan,value\n" + row + "\nbottom,61,1,,2\n");
        assertThat(shown(imported.leftOut())).containsExactly(expected);
        assertThat(imported.trials()).hasSize(1);
    }

    @Test
    void allThatIsWrongWithARowIsTold() throws Exception {
        assertThat(shown(read("mode,heat,value\nx,y,z\nbottom,60,1\n").leftOut()))
                .hasSize(3);
    }

    @Test
    void ofEqualConfigurationsTheFirstCounts() throws Exception {
        Imported imported = read("mode,heat,fan,value\nbottom,60,,1\nbottom,60.0,0.5,1\nbottom,6e1,,3\n");
        assertThat(imported.trials()).hasSize(1);
        assertThat(imported.trials().getFirst().value()).hasValue(1);
        assertThat(shown(imported.leftOut()))
                .containsExactly(
                        "t.csv:3: is the configuration of line 2 again",
                        "t.csv:4: is the configuration of line 2 again, with 3.0 instead of 1.0; the first counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "PRUNED", "RUNNING", "FAIL"})
    void rowsWithoutAFinalValueAreLeftOut(String state) throws Exception {
        Imported imported = read("mode,heat,value,state\nbottom,60,1," + state + "\nbottom,70,2,COMPLETE\n");
        assertThat(imported.trials().stream().map(ImportedTrial::origin)).containsExactly("line 3");
        assertThat(shown(imported.leftOut()))
                .containsExactly("t.csv:2:13: state: is " + state + ", so it has no final value");
    }

    @Test
    void foldsAreKeptWhereTheirMeanIsTheValue() throws Exception {
        Imported imported = read("""
                mode,heat,value,fold 1,fold 2,fold 3
                bottom,60,2,1,2,3
                bottom,70,5,1,2,3
                bottom,80,9,1,,
                """);
        assertThat(imported.trials().stream().map(ImportedTrial::values))
                .containsExactly(List.of(1.0, 2.0, 3.0), List.of(9.0));
        assertThat(shown(imported.leftOut())).containsExactly("t.csv:3:11: 5 is not the mean of its folds, 2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyperparameter heat", "heat", "params_heat", "params.heat", "config/heat"})
    void hyperparametersAreFoundAsOtherToolsNameThem(String name) throws Exception {
        assertThat(configurations(read("mode," + name + ",value\nbottom,60,1\n")))
                .containsExactly("mode=bottom heat=60.0 rounds=2");
    }

    @Test
    void columnsMayHaveOtherNamesAndBeUnknown() throws Exception {
        Naming naming = new Naming("loss", Map.of("heat", "temperature"));
        Imported imported = read("id,mode,temperature,loss\n7,bottom,60,1\n", naming, true);
        assertThat(configurations(imported)).containsExactly("mode=bottom heat=60.0 rounds=2");
        assertThat(imported.unused()).containsExactly("id");
    }

    @Test
    void columnsThatAreMissingAreToldTogether() {
        assertThat(faults("mod,heats,loss\nbottom,60,1\n"))
                .containsExactly(
                        "t.csv:1: has no column mode for mode (did you mean \"mod\"?); name it with --map mode=COLUMN;"
                                + " the columns are mod, heats, loss",
                        "t.csv:1: has no column heat for heat (did you mean \"heats\"?); name it with --map heat=COLUMN;"
                                + " the columns are mod, heats, loss",
                        "t.csv:1: has no column value for the value; name it with --value COLUMN; the columns are mod,"
                                + " heats, loss");
    }

    @Test
    void aColumnCannotBeTwoThings() {
        assertThat(faults("mode,heat,heat,value\n")).containsExactly("t.csv:1:11: the column heat is there twice");
        assertThat(faults("mode,heat,value\n", new Naming("heat", Map.of())))
                .containsExactly("t.csv:1:6: the column heat is a hyperparameter; name the one of values with --value"
                        + " COLUMN");
    }

    @Test
    void aTableOfWhichNothingCanBeTakenIsRefused() {
        assertThat(faults("mode,heat,value\n")).containsExactly("t.csv: has no rows");
        assertThat(faults("mode,heat,value\nbottom,1,1\nbottom,2,1\n"))
                .hasSize(3)
                .endsWith("t.csv: none of its 2 rows can be taken");
        assertThat(faults("")).containsExactly("t.csv: is empty; its first line names the columns");
    }

    @Test
    void withoutValuesThereAreConfigurationsAlone() throws Exception {
        Imported imported = read("mode,heat\nbottom,60\n", USUAL, false);
        assertThat(imported.trials().getFirst().value()).isEmpty();
    }

    @Test
    void theBestComeFirstInTheDirectionOfTheObjective() throws Exception {
        Imported imported = read("mode,heat,value\nbottom,60,3\nbottom,70,1\nbottom,80,2\nbottom,90,1\n");
        assertThat(imported.bestFirst(experiment(EXPERIMENT).direction()).stream()
                        .map(ImportedTrial::origin))
                .containsExactly("line 3", "line 5", "line 4", "line 2");
        String maximised = EXPERIMENT.replace("minimise", "maximise");
        assertThat(imported.bestFirst(experiment(maximised).direction()).stream()
                        .map(ImportedTrial::origin))
                .containsExactly("line 2", "line 4", "line 3", "line 5");
    }

    @Test
    void theFirstPopulationHasTheGivenOnesThenTheBestAsManyAsItHasRoomFor() throws Exception {
        Imported imported = read("mode,heat,value\nbottom,60,3\nbottom,70,1\nbottom,80,2\n");
        Experiment given = experiment(EXPERIMENT + "initial: [{heat: 55}]\n");
        assertThat(FirstPopulation.of(given, imported, 3).stream()
                        .map(values -> requireNonNull(values.get("heat")).display()))
                .containsExactly("55.0", "70.0", "80.0");
    }
}
