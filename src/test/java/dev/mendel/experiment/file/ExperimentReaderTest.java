package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentReaderTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @TempDir
    Path folder;

    @Test
    void aShortFileIsCompletedByWhatIsUsual() throws ExperimentException {
        Experiment read = ExperimentFile.parse("x.yaml", HEAD, List.of());
        assertThat(read.name()).isEqualTo("x");
        assertThat(read.description()).isEmpty();
        assertThat(read.initial()).isEmpty();
        assertThat(read.evolution()).isEqualTo(EvolutionSettings.defaults());
        assertThat(read.seed()).isEqualTo(new Seed(1));
        assertThat(read.text()).isEqualTo(HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"description: a  b", "description: >\n  a\n  b\n", "description: ' a b '"})
    void theDescriptionIsOneLine(String description) throws ExperimentException {
        assertThat(ExperimentFile.parse("x.yaml", HEAD + description, List.of()).description())
                .isEqualTo("a b");
    }

    @Test
    void seedsAreWholeNumbersOfAnySize() throws ExperimentException {
        assertThat(ExperimentFile.parse("x.yaml", HEAD + "seed: -9223372036854775808", List.of())
                        .seed())
                .isEqualTo(new Seed(Long.MIN_VALUE));
    }

    @Test
    void filesMayBeginWithAByteOrderMarkAndEndLinesAsOnWindows() throws ExperimentException, IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "\uFEFF" + HEAD.replace("\n", "\r\n"));
        assertThat(ExperimentFile.read(file, List.of()))
                .isEqualTo(ExperimentFile.parse("x.yaml", HEAD.replace("\n", "\r\n"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    # only a comment                                          | x.yaml: is empty; an experiment file begins with `experiment: NAME`
                    ---                                                       | x.yaml:2: is empty; an experiment file begins with `experiment: NAME`
                    ~                                                         | x.yaml:1: is empty; an experiment file begins with `experiment: NAME`
                    just a word                                               | x.yaml:1: just a word is not an experiment: fields such as `experiment: quickstart`
                    [a, b]                                                    | x.yaml:1: a list is not an experiment: fields such as `experiment: quickstart`
                    experiment: x                                             | x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    experiment: !!str x ; objective: !foo {a: b}              | x.yaml:1: experiment: tags are not read: take out !!str / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}` / x.yaml:2: objective: tags are not read: take out !foo
                    experiment: x ; --- ; experiment: y                       | x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}` / x.yaml:2: a second document begins here; a file holds one
                    experiment: x ; experiment: y                             | x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}` / x.yaml:2: experiment: stands here a second time; first at x.yaml:1
                    a: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]                  | x.yaml:1: nested too deep: more than 16 levels
                    ? [a, b] ; : c                                            | x.yaml:1: a list cannot be the name of a field / x.yaml:1: experiment: is missing; write for example `experiment: quickstart` / x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    ? {a: b} ; : c                                            | x.yaml:1: a group of fields cannot be the name of a field / x.yaml:1: experiment: is missing; write for example `experiment: quickstart` / x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    ?  ; : c                                                  | x.yaml:1: "": is not known here; allowed are {sections} / x.yaml:1: experiment: is missing; write for example `experiment: quickstart` / x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    %YAML 1.1 ; --- ; experiment: x                           | x.yaml:3: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}` / x.yaml:3: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    experiment: -x ; objective: {digit-pairs: {}} ; space: {epochs: {ordered: [1, 2]}} | x.yaml:1: experiment: -x is not a name: up to 64 letters, digits and -, not beginning with -
                    experiment: "a b" ; objective: {digit-pairs: {}} ; space: {epochs: {ordered: [1, 2]}} | x.yaml:1: experiment: a b is not a name: up to 64 letters, digits and -, not beginning with -
                    experiment: ../../etc ; objective: {digit-pairs: {}} ; space: {epochs: {ordered: [1, 2]}} | x.yaml:1: experiment: ../../etc is not a name: up to 64 letters, digits and -, not beginning with -
                    experiment: ; objective: {digit-pairs: {}} ; space: {epochs: {ordered: [1, 2]}} | x.yaml:1: experiment: has no value; it takes a name: up to 64 letters, digits and -, not beginning with -
                    expriment: x ; objectve: {digit-pairs: {}} ; spaces: {epochs: {ordered: [1, 2]}} | x.yaml:1: expriment: is not known here (did you mean "experiment"?); allowed are {sections} / x.yaml:2: objectve: is not known here (did you mean "objective"?); allowed are {sections} / x.yaml:3: spaces: is not known here (did you mean "space"?); allowed are {sections}
                    objective: {digit-pairs: {}} ; space: {epochs: {ordered: [1, 2]}} | x.yaml:1: experiment: is missing; write for example `experiment: quickstart`
                    experiment: x ; space: {epochs: {ordered: [1, 2]}}        | x.yaml:1: objective: is missing; write for example `objective: {digit-pairs: {pairs: 1000}}`
                    experiment: x ; objective: {digit-pairs: {}}              | x.yaml:1: space: is missing; write for example `space: {optimizer: {choices: [sgd, adam]}}`
                    experiment: x ; objective: {digit-pairs: {}} ; space: {}  | x.yaml:3: space: has no hyperparameters; declare at least one
                    experiment: x ; objective: {digit-pairs: {}} ; space:     | x.yaml:3: space: has no value; it takes a group of hyperparameters
                    experiment: x ; objective: {digit-pairs: {}} ; space: [a] | x.yaml:3: space: a list is not a group of hyperparameters
                    """)
    void faultsOfTheWholeAreTold(String written, String faults) {
        assertFaults(text(written), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    experiment: again ; space: {} | x.yaml:4: experiment: stands here a second time; first at x.yaml:1 / x.yaml:5: space: stands here a second time; first at x.yaml:3
                    seed: 1.5                     | x.yaml:4: seed: 1.5 is not a whole number
                    seed: 99999999999999999999    | x.yaml:4: seed: 99999999999999999999 is too large a whole number
                    seed: abc                     | x.yaml:4: seed: abc is not a whole number
                    seed:                         | x.yaml:4: seed: has no value; it takes a whole number
                    seed: [1]                     | x.yaml:4: seed: a list is not a whole number
                    seed: .nan                    | x.yaml:4: seed: .nan is not a finite number
                    seeed: 4                      | x.yaml:4: seeed: is not known here (did you mean "seed"?); allowed are {sections}
                    Seed: 4 ; nonsense: 5         | x.yaml:4: Seed: is not known here (did you mean "seed"?); allowed are {sections} / x.yaml:5: nonsense: is not known here; allowed are {sections}
                    description: [a]              | x.yaml:4: description: a list is not a sentence
                    description:                  | x.yaml:4: description: has no value; it takes a sentence
                    """)
    void faultsOfSectionsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    experiment: x ;   objective: y | x.yaml:2:12: this ":" begins no field: the line is indented too far, or a text with ": " lacks quotes
                    experiment: [x                 | x.yaml:1:13: the list that begins here goes wrong: a "," or the closing "]" is missing
                    experiment: "x                 | x.yaml:1:13: the quotes that begin here are not closed
                    experiment: {a: 1              | x.yaml:1:13: the group that begins here goes wrong: a "," or the closing "}" is missing
                    experiment: x ; objective      | x.yaml:2:1: this is no field: the ":" and a space after its name are missing
                    experiment: a: b               | x.yaml:1:14: this ":" begins no field: the line is indented too far, or a text with ": " lacks quotes
                    experiment: @x                 | x.yaml:1:13: no value begins with this character; quote the text
                    experiment: x ; ... ; junk     | x.yaml:3:1: no document goes on here: it has ended, or a "%" before it needs a line --- behind it
                    %FOO ; experiment: x           | x.yaml:2:1: no document goes on here: it has ended, or a "%" before it needs a line --- behind it
                    """)
    void faultsOfSyntaxAreTold(String written, String faults) {
        assertFaults(text(written), faults);
    }

    @Test
    void severalMistakesAreToldInTheOrderOfTheFile() {
        assertThat(FaultLines.of("""
                        seed: one
                        budget: {trials: 0}
                        evolution: {population: 1}
                        objective: {digit-pairs: {pairs: 1}}
                        initial: [{epoch: 1}]
                        space:
                          epochs: {integer: [5, 1]}
                          lambda: {real: [0, 1], scale: log}
                        colour: red
                        experiment: -x
                        """))
                .extracting(line -> line.substring(0, line.indexOf(": ", line.indexOf(": ") + 1)))
                .containsExactly(
                        "x.yaml:1: seed",
                        "x.yaml:2: budget.trials",
                        "x.yaml:3: evolution.population",
                        "x.yaml:4: objective.digit-pairs.pairs",
                        "x.yaml:5: initial[1].epoch",
                        "x.yaml:7: space.epochs.low",
                        "x.yaml:8: space.lambda.low",
                        "x.yaml:9: colour",
                        "x.yaml:10: experiment");
    }

    @Test
    void faultsAreToldOneByOneToo() {
        assertThatThrownBy(() -> ExperimentFile.parse("x.yaml", HEAD + "seed: a\nbudget: 5", List.of()))
                .isInstanceOfSatisfying(
                        ExperimentException.class,
                        e -> assertThat(e.faults()).extracting("field").containsExactly("seed", "budget"));
    }

    @Test
    void anEmptyTextIsTold() {
        assertFaults("", "x.yaml: is empty; an experiment file begins with `experiment: NAME`");
    }

    @Test
    void messagesStayOnTheirLineAndShort() {
        assertFaults(
                HEAD + "seed: \"\\e[31m\\r\\n" + "x".repeat(100) + '"',
                "x.yaml:4: seed: \"<U+001B>[31m<U+000D><U+000A>" + "x".repeat(53) + "…\" is not a whole number");
        assertThat(FaultLines.of(HEAD.replace("{}", "{tower: [\"a\\n" + "b".repeat(100_000) + "\"]}")))
                .singleElement()
                .asString()
                .contains("\"a<U+000A>bbb")
                .hasSizeLessThan(1100);
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreNoText() {
        assertFaults(HEAD + "description: \"\\e[31m\"", "x.yaml:4: description: a sentence has no control characters");
        assertFaults(
                HEAD.replace("[1, 2]", "[1, \"\\ud800\"]"),
                "x.yaml:3: space.epochs.ordered[2]: a word has no line breaks or control characters");
    }

    @Test
    void missingFilesAndDirectoriesAreTold() {
        assertRead(folder.resolve("none.yaml"), "there is no such file");
        assertRead(folder, "is a directory, not a file");
    }

    @Test
    void largeFilesAreToldAtOnce() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, "#\n".repeat(5_000_000));
        assertRead(file, "is larger than 1 MB, which is the most such a file can have");
        Files.writeString(file, HEAD + "#".repeat(1_000_001 - HEAD.length()));
        assertRead(file, "is larger than 1 MB, which is the most such a file can have");
    }

    @Test
    void filesOfOneMegabyteAreRead() throws IOException, ExperimentException {
        Path file = folder.resolve("full.yaml");
        String comments = "#\n".repeat((1_000_000 - HEAD.length()) / 2);
        Files.writeString(file, HEAD + comments + "#".repeat(1_000_000 - HEAD.length() - comments.length()));
        assertThat(ExperimentFile.read(file, List.of()).name()).isEqualTo("x");
    }

    @Test
    void otherEncodingsAreToldWithTheByte() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, (HEAD + "description: f\u00fcr").getBytes(StandardCharsets.ISO_8859_1));
        assertRead(file, 4, 15, "the byte 0xFC is not UTF-8; save the file as UTF-8");
        Files.write(file, "experiment: x".getBytes(StandardCharsets.UTF_16));
        assertRead(file, 1, 1, "the byte 0xFE is not UTF-8; save the file as UTF-8");
    }

    private static void assertRead(Path file, int line, int column, String message) {
        assertThatThrownBy(() -> ExperimentFile.read(file, List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + ":" + line + ":" + column + ": " + message);
    }

    private static void assertRead(Path file, String message) {
        assertThatThrownBy(() -> ExperimentFile.read(file, List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + ": " + message);
    }
}
