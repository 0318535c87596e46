package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.training.settings.Setting;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The experiments that come with Mendel, and the schema by which editors complete new ones.
class ExperimentFilesTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {optimizer: {choices: [sgd, adam]}}
            """;

    static List<Path> files() throws IOException {
        return files(Path.of("experiments"));
    }

    static List<Path> reports() throws IOException {
        return files(Path.of("experiments", "reports"));
    }

    static List<Path> scripts() throws IOException {
        return files(Path.of("experiments", "scripts"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileReadsBackFromItsResolvedText(Path file) throws ExperimentException {
        Experiment read = ExperimentFile.read(file, List.of());
        String resolved = ExperimentFile.text(read);
        assertThat(ExperimentFile.parse("resolved", resolved, List.of())).isEqualTo(read.withText(resolved));
        assertThat(read.text()).startsWith("# yaml-language-server");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileAndItsResolvedTextObeyTheSchema(Path file) throws IOException, ExperimentException {
        var schema = ExperimentSchema.load();
        assertThat(schema.faults(Files.readString(file))).isEmpty();
        assertThat(schema.faults(ExperimentFile.text(ExperimentFile.read(file, List.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "java"})
    void examplesOfOwnObjectivesObeyTheSchema(String folder) throws IOException, ExperimentException {
        Path file = Path.of("experiments", folder, "experiment.yaml");
        var schema = ExperimentSchema.load();
        assertThat(schema.faults(Files.readString(file))).isEmpty();
        String resolved = ExperimentFile.text(ExperimentFile.read(file, List.of()));
        assertThat(schema.faults(resolved)).isEmpty();
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo("# yaml-language-server: $schema=../" + ExperimentSchema.FILE.getFileName());
    }

    @ParameterizedTest
    @MethodSource({"reports", "scripts"})
    void whatIsInFoldersReadsBackAndObeysTheSchemaToo(Path file) throws IOException, ExperimentException {
        var schema = ExperimentSchema.load();
        Experiment read = ExperimentFile.read(file, List.of());
        String resolved = ExperimentFile.text(read);
        assertThat(ExperimentFile.parse("resolved", resolved, List.of())).isEqualTo(read.withText(resolved));
        assertThat(schema.faults(Files.readString(file))).isEmpty();
        assertThat(schema.faults(resolved)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileTellsEditorsOfTheSchema(Path file) throws IOException {
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo("# yaml-language-server: $schema=" + ExperimentSchema.FILE.getFileName());
    }

    @Test
    void theEvolutionNamedMenthaIsThatOfItsFile() throws ExperimentException {
        assertThat(ExperimentFile.parse("x.yaml", HEAD + "evolution: mentha", List.of())
                        .evolution())
                .isEqualTo(mentha().evolution());
    }

    @Test
    void theGridOfMenthaIsThatOfTheReport() throws ExperimentException {
        assertThat(mentha().space().rawGridSize()).isEqualTo(BigInteger.valueOf(3600));
        assertThat(mentha().space().gridSize()).isEqualTo(BigInteger.valueOf(760));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "initial: [{optimizer: adam}, {}]",
                "evolution: mentha",
                "evolution: {diversity: {individuality: 1}}",
                "budget: {generations: unlimited, time: 1h30m}",
                "budget: {generations: unlimited, trials: 50}",
                "budget: {generations: 0, time: 0.5s}",
                "description: 2026\nseed: -9223372036854775808",
            })
    void theSchemaAllowsWhatTheReaderAllows(String more) throws IOException, ExperimentException {
        ExperimentFile.parse("x.yaml", HEAD + more, List.of());
        assertThat(ExperimentSchema.load().faults(HEAD + more)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds: 1",
                "seed: 0.5",
                "initial: {optimizer: adam}",
                "initial: [{optimizer: [adam]}]",
                "evolution: menta",
                "evolution: {population: 1}",
                "evolution: {popluation: 10}",
                "evolution: {crossover: 1.1}",
                "evolution: {step: 0}",
                "evolution: {diversity: 0.75}",
                "evolution: {duplicates: drop}",
                "budget: {generations: -1}",
                "budget: {trials: 0}",
                "budget: {time: 90}",
                "budget: {time: 0s}",
                "budget: {time: ''}",
                "budget: {time: 5 minutes}",
                "budget: {generations: unlimited}",
                "budget: {generations: unlimited, time: unlimited}",
            })
    void theSchemaRefusesWhatTheReaderRefuses(String more) throws IOException {
        assertRefused(HEAD + more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{optimizer: [sgd, adam]}",
                "{optimizer: {choices: []}}",
                "{optimizer: {choices: [sgd, sgd]}}",
                "{optimizer: {choices: [sgd], grid: [sgd]}}",
                "{optimizer: {choices: [sgd], ordered: [sgd]}}",
                "{optimizer: {choices: [sgd, adam], equivalent: [[sgd]]}}",
                "{optimizer: {choices: [sgd]}, momentum: {real: [0, 0.9], when: {}}}",
                "{learning-rate: {real: [1e-4]}}",
                "{learning-rate: {real: [1e-4, 1], scale: logarithmic}}",
                "{batch: {integer: [8, 64.5]}}",
                "{pairs: {choices: [600, 1000]}}",
                "{9lives: {choices: [sgd]}}",
            })
    void theSchemaRefusesSpacesThatTheReaderRefuses(String space) throws IOException {
        assertRefused("experiment: x\nobjective: {digit-pairs: {}}\nspace: " + space);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{digit-pairs: {pears: 600}}",
                "{digit-pairs: {pairs: 1}}",
                "{digit-pairs: {learning-rate: 0}}",
                "{digit-pairs: {momentum: 1}}",
                "{digit-pairs: {auxiliary: no}}",
                "{digit-pairs: {model: naive, sharing: shared}}",
                "{digit-pairs: {tower: []}}",
                "{digit-pairs: {tower: [conv 32 3 3]}}",
                "{digit-pairs: {towers: {small: [linear 10]}}}",
                "{digit-pairs: {}, repeats: 2}",
                "{command: python3}",
                "{command: []}",
                "{command: [a], jar: b}",
                "{command: [a], java: b, jar: c}",
                "{command: [a], direction: down}",
                "{command: [a], repeats: 0}",
                "{command: [a], timeout: 0}",
                "{command: [a], processes: many}",
                "{java: a.B}",
                "{java: a.B, jar: b.jar, processes: per-trial}",
                "{java: a.B, jar: []}",
                "{direction: minimise}",
            })
    void theSchemaRefusesObjectivesThatTheReaderRefuses(String objective) throws IOException {
        assertRefused("experiment: x\nspace: {epochs: {ordered: [1, 2]}}\nobjective: " + objective);
    }

    @Test
    void theSchemaKnowsEverySetting() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(ExperimentSchema.FILE));
        String[] settings = Arrays.stream(Setting.values()).map(Setting::label).toArray(String[]::new);
        assertThat(schema.at("/$defs/digit-pairs/properties").propertyNames())
                .contains(settings)
                .hasSize(settings.length + 2);
        assertThat(schema.at("/properties/space/properties").propertyNames()).containsExactlyInAnyOrder(settings);
    }

    private static void assertRefused(String yaml) throws IOException {
        assertThat(ExperimentSchema.load().faults(yaml)).isNotEmpty();
        assertThat(catchThrowableOfType(
                        ExperimentException.class, () -> ExperimentFile.parse("x.yaml", yaml, List.of())))
                .isNotNull();
    }

    private static Experiment mentha() throws ExperimentException {
        return ExperimentFile.read(Path.of("experiments/mentha-ga.yaml"), List.of());
    }
}
