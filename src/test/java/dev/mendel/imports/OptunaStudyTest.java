package dev.mendel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.experiment.yaml.Fault;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A storage that Optuna 5 has written, by `study.py` beside it.
class OptunaStudyTest {
    private static final String EXPERIMENT = """
            experiment: net
            objective: {command: [python3, net.py], direction: minimise}
            space:
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {real: [1e-5, 0.1], scale: log}
              layers:        {integer: [1, 6]}
              units:         {integer: [16, 256], scale: log}
              drop:          {ordered: [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]}
              nesterov:      {choices: [true, false]}
              decay:         {choices: [None, "1", 1, 0.5]}
              momentum:      {real: [0, 1], when: {optimizer: sgd}}
            """;

    private static final Naming NAMING = new Naming(null, Map.of("learning-rate", "lr"));

    @TempDir
    Path folder;

    private Path storage;

    @BeforeEach
    void copy() throws IOException {
        storage = Files.copy(Path.of("src/test/resources/optuna/study.db"), folder.resolve("study.db"));
    }

    private Imported read(String experiment, @Nullable String study, Naming naming) throws ExperimentException {
        Experiment read = ExperimentFile.parse(folder.resolve("net.yaml").toString(), experiment, List.of());
        return OptunaStudy.read(storage, study, read, naming);
    }

    private Imported read() throws ExperimentException {
        return read(EXPERIMENT, "net", NAMING);
    }

    private List<String> faults(String experiment, @Nullable String study, Naming naming) {
        return shown(catchThrowableOfType(ExperimentException.class, () -> read(experiment, study, naming))
                .faults());
    }

    private List<String> shown(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    private static ImportedTrial trial(Imported imported, int number) {
        return imported.trials().stream()
                .filter(trial -> trial.origin().equals("trial " + number))
                .findFirst()
                .orElseThrow();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + storage);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void completeTrialsAreTakenWithTheirValues() throws Exception {
        Imported imported = read();
        assertThat(imported.trials().stream().map(ImportedTrial::origin))
                .containsExactly(
                        "trial 0", "trial 1", "trial 2", "trial 3", "trial 4", "trial 6", "trial 10", "trial 11");
        assertThat(trial(imported, 0).values()).containsExactly(4.197712830693073);
        assertThat(trial(imported, 0).time()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
        assertThat(imported.source()).endsWith("study.db, study net");
        assertThat(imported.unused()).isEmpty();
    }

    @Test
    void everyDistributionsValuesAreRead() throws Exception {
        Imported imported = read();
        Configuration configuration = trial(imported, 1).configuration();
        assertThat(configuration.values())
                .containsEntry("optimizer", new Value.Text("adam"))
                .containsEntry("learning-rate", new Value.Real(1.3706859653339884e-05))
                .containsEntry("layers", new Value.Whole(5))
                .containsEntry("units", new Value.Whole(50))
                .containsEntry("drop", new Value.Real(0.3))
                .containsEntry("nesterov", new Value.Flag(false))
                .doesNotContainKey("momentum");
        assertThat(trial(imported, 4).configuration().real("momentum")).isBetween(0.1023, 0.1024);
        assertThat(imported.trials().stream()
                        .map(trial -> trial.configuration().find("decay").orElseThrow())
                        .distinct())
                .containsExactlyInAnyOrder(
                        new Value.Text("1"), new Value.Real(1), new Value.Text("None"), new Value.Real(0.5));
    }

    @Test
    void distributionsOfEarlierVersionsAreReadToo() throws Exception {
        change("update trial_params set distribution_json = replace(replace(replace(distribution_json,"
                + " 'IntDistribution', 'IntUniformDistribution'), 'FloatDistribution', 'LogUniformDistribution'),"
                + " 'null', '1')");
        assertThat(read().trials()).hasSize(8);
    }

    @Test
    void allOthersAreToldWithTheirReasons() throws Exception {
        assertThat(shown(read().leftOut()))
                .containsExactly(
                        "study.db: trial 5: is PRUNED, so it has no final value",
                        "study.db: trial 7: is FAIL, so it has no final value",
                        "study.db: trial 8: its value is not a finite number, of size 1e300 at most",
                        "study.db: trial 9: learning-rate: 0.4602325332985393 is not a number from 1e-5 to 0.1",
                        "study.db: trial 12: is the configuration of trial 0 again",
                        "study.db: trial 13: is WAITING, so it has no final value");
    }

    @Test
    void valuesReportedOnTheWayAreEpochsButNoNumbersAreNot() throws Exception {
        Imported imported = read();
        assertThat(trial(imported, 0).epochs().stream().map(FoldResult.Epoch::number))
                .containsExactly(0, 1, 2);
        assertThat(trial(imported, 0).epochs().get(2).measures()).isEqualTo(Map.of("value", 2 * 4.197712830693073));
        assertThat(trial(imported, 1).epochs().stream().map(FoldResult.Epoch::number))
                .containsExactly(0, 2);
    }

    @Test
    void parametersThatTheExperimentLacksAreNotUsed() throws Exception {
        String smaller = EXPERIMENT.replaceAll("(?m)^ *(nesterov|decay):.*\n", "");
        assertThat(read(smaller, "net", NAMING).unused()).containsExactly("nesterov", "decay");
    }

    @Test
    void hyperparametersThatTheStudyLacksAreTold() {
        assertThat(faults(EXPERIMENT.replace("units:", "unit:"), "net", new Naming(null, Map.of())))
                .containsExactly(
                        "study.db: learning-rate: no trial has a parameter learning-rate; name it with --map"
                                + " learning-rate=PARAMETER; the study has optimizer, lr, layers, units, drop, nesterov,"
                                + " decay, momentum",
                        "study.db: unit: no trial has a parameter unit (did you mean \"units\"?); name it with --map"
                                + " unit=PARAMETER; the study has optimizer, lr, layers, units, drop, nesterov, decay,"
                                + " momentum");
    }

    @Test
    void aStudyIsNamedWhereThereAreSeveral() {
        assertThat(faults(EXPERIMENT, null, NAMING))
                .containsExactly("study.db: has several studies; name one with --study: net, two");
        assertThat(faults(EXPERIMENT, "nett", NAMING)).containsExactly("study.db: has no study nett; it has net, two");
    }

    @Test
    void theOnlyStudyNeedsNoName() throws Exception {
        change("delete from studies where study_name = 'two'");
        assertThat(read(EXPERIMENT, null, NAMING).trials()).hasSize(8);
    }

    @Test
    void theDirectionHasToBeTheExperiments() {
        assertThat(faults(EXPERIMENT.replace("minimise", "maximise"), "net", NAMING))
                .containsExactly("study.db: study net has direction MINIMIZE, and the experiment MAXIMIZE");
        assertThat(faults(EXPERIMENT, "two", NAMING))
                .containsExactly("study.db: study two has 2 objectives, and an experiment has one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trial_params set distribution_json = 'x'",
                "update trial_params set distribution_json = '{\"name\": \"New\"}'",
                "update trial_params set param_value = 99 where param_name = 'optimizer'",
                "update trial_params set param_value = -1 where param_name = 'optimizer'",
                "update trial_params set param_value = 0.5 where param_name = 'optimizer'",
            })
    void whatCannotBeReadIsTold(String sql) throws Exception {
        change(sql);
        assertThat(faults(EXPERIMENT, "net", NAMING))
                .contains("study.db: none of its 14 trials can be taken")
                .anyMatch(fault -> fault.startsWith("study.db: trial 0: optimizer: a value that can't be read: "));
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        change("drop table trial_values");
        assertThat(faults(EXPERIMENT, "net", NAMING))
                .containsExactly("study.db: is no storage of Optuna 3 or later; one of an earlier version becomes so by"
                        + " `optuna storage upgrade`");
        Files.writeString(storage, "op_code: 0");
        assertThat(faults(EXPERIMENT, "net", NAMING))
                .singleElement()
                .asString()
                .startsWith("study.db: can't be read as a SQLite database: ");
        Files.delete(storage);
        assertThat(faults(EXPERIMENT, "net", NAMING)).containsExactly("study.db: there is no such file");
    }

    @Test
    void theStorageStaysAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(storage);
        read();
        assertThat(storage).hasBinaryContent(before);
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("-"));
    }
}
