package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.JavaSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveSectionTest {
    private static final String HEAD = """
            experiment: x
            space: {epochs: {ordered: [1, 2]}}
            objective:\s""";

    @Test
    void settingsAreRead() throws ExperimentException {
        assertThat(settings("{pairs: 600, auxiliary: false, lambda: 1, optimizer: sgd}")
                        .values())
                .containsOnly(
                        entry(Setting.PAIRS, Spaces.whole(600)),
                        entry(Setting.AUXILIARY, new Value.Flag(false)),
                        entry(Setting.LAMBDA, Spaces.whole(1)),
                        entry(Setting.OPTIMIZER, Spaces.word("sgd")));
    }

    @Test
    void towersAreKnownByName() throws ExperimentException {
        DigitPairsSettings settings = settings("{towers: {tiny: [linear 10]}, tower: tiny}");
        assertThat(settings.values()).containsOnly(entry(Setting.TOWER, Spaces.word("tiny")));
        assertThat(settings.towers()).containsEntry("tiny", new TowerPattern(List.of("linear 10")));
    }

    @Test
    void aTowerIsWrittenOutWhereItIsUsed() throws ExperimentException {
        DigitPairsSettings settings = settings("{tower: [conv 8 3x3, relu, linear 10]}");
        assertThat(settings.values()).containsOnly(entry(Setting.TOWER, Spaces.word("own")));
        assertThat(settings.towers())
                .containsEntry("own", new TowerPattern(List.of("conv 8 3x3", "relu", "linear 10")));
    }

    @Test
    void aCommandIsReadWithWhatIsUsual() throws ExperimentException {
        Path here = Path.of("").toAbsolutePath();
        assertThat(read("{command: [python3, train.py, 5]}"))
                .isEqualTo(new ObjectiveSettings.Command(
                        new CommandSettings(
                                List.of("python3", "train.py", "5"), here, Processes.PER_WORKER, 1, null, null),
                        Direction.MAXIMISE));
        assertThat(read("{command: [a], direction: minimise, repeats: 3, directory: b/../c, processes: per-trial,"
                        + " timeout: 1m30s, value: loss}"))
                .isEqualTo(new ObjectiveSettings.Command(
                        new CommandSettings(
                                List.of("a"),
                                here.resolve("c"),
                                Processes.PER_TRIAL,
                                3,
                                "loss",
                                Duration.ofSeconds(90)),
                        Direction.MINIMISE));
    }

    @Test
    void theStepsOfACommandAreRead() throws ExperimentException {
        assertThat(((ObjectiveSettings.Command) read("{command: [a], epochs: 9, listens: true}"))
                        .settings()
                        .steps())
                .isEqualTo(new CommandSettings.Steps(9, true));
        assertThat(((ObjectiveSettings.Command) read("{command: [a, '{configuration}'], epochs: 9}"))
                        .settings()
                        .steps())
                .isEqualTo(new CommandSettings.Steps(9, false));
    }

    @Test
    void americanSpellingIsUnderstood() throws ExperimentException {
        assertThat(read("{command: [a], direction: minimize}").direction()).isEqualTo(Direction.MINIMISE);
        assertThat(read("{java: A, jar: b, direction: maximize}").direction()).isEqualTo(Direction.MAXIMISE);
    }

    @Test
    void aClassIsRead() throws ExperimentException {
        Path here = Path.of("").toAbsolutePath();
        assertThat(read("{java: com.example.Own, jar: [a.jar, /b], settings: {rows: 5}, repeats: 2}"))
                .isEqualTo(new ObjectiveSettings.Java(
                        new JavaSettings(
                                "com.example.Own",
                                List.of(here.resolve("a.jar"), here.resolve("/b")),
                                new Configuration(Map.of("rows", Spaces.whole(5))),
                                2),
                        Direction.MAXIMISE));
    }

    @Test
    void aSourceFileNeedsNoJar() throws ExperimentException {
        Path source = Path.of("src/Valley.java").toAbsolutePath();
        assertThat(read("{java: src/Valley.java}"))
                .isEqualTo(new ObjectiveSettings.Java(
                        new JavaSettings("Valley", source, List.of(), new Configuration(Map.of()), 1, null),
                        Direction.MAXIMISE));
    }

    @Test
    void theFunctionOfAProgramIsRead() throws ExperimentException {
        assertThat(read("{embedded: {folds: 3}, direction: minimise}"))
                .isEqualTo(new ObjectiveSettings.Embedded(Direction.MINIMISE, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {embedded: {}}                           | x.yaml:3: objective.embedded.folds: is missing; write for example `folds: 1`
                    {embedded: {folds: 0}}                   | x.yaml:3: objective.embedded.folds: 0 is not a whole number from 1 to 2147483647
                    {embedded: {folds: 1}, jar: a}           | x.yaml:3: objective.jar: is not known here; allowed are embedded, direction
                    {command: python3 train.py}              | x.yaml:3: objective.command: python3 train.py is not a program and its arguments such as [python3, train.py]
                    {command: []}                            | x.yaml:3: objective.command: is an empty list; it takes a program and its arguments such as [python3, train.py]
                    {command: [a, [b]]}                      | x.yaml:3: objective.command[2]: a list is not a word; one with a placeholder is written in quotes: "{learning-rate}"
                    {command: [a], epochs: 0}                | x.yaml:3: objective.epochs: 0 is not a whole number from 1 to 1000000
                    {command: [a], epochs: 3, listens: 1}    | x.yaml:3: objective.listens: 1 is not true or false
                    {command: [a], listens: true}            | x.yaml:3: objective.listens: is true, and without epochs there is nothing to decide on the way; write for example `epochs: 20`, or leave it out
                    {command: [a, '{configuration}'], epochs: 3, listens: true} | x.yaml:3: objective.listens: is true, and a program that gets a trial in its arguments or environment, or is answered for by patterns, reads nothing; leave it out, and it is stopped all the same
                    {command: [a], direction: down}          | x.yaml:3: objective.direction: down is not one of maximise, minimise
                    {command: [a], repeats: 0}               | x.yaml:3: objective.repeats: 0 is not a whole number from 1 to 1000000
                    {command: [a], timeout: 10}              | x.yaml:3: objective.timeout: 10 is not a time such as 90s, 5m, 2h or 1h30m
                    {command: [a], processes: pool}          | x.yaml:3: objective.processes: pool is not one of per-worker, per-trial
                    {command: [a], jar: b}                   | x.yaml:3: objective.jar: is not known here; allowed are command, direction, repeats, directory, processes, timeout, value, epochs, listens, environment, answer, epoch
                    {command: [a], java: b}                  | x.yaml:3: objective: takes exactly one of digit-pairs, command, java; found command and java
                    {digit-pairs: {}, direction: minimise}   | x.yaml:3: objective.direction: is not known here; allowed are digit-pairs, isolation
                    {java: a.B}                              | x.yaml:3: objective.jar: is missing; write for example `jar: target/my-objective.jar`
                    {java: a.B, jar: []}                     | x.yaml:3: objective.jar: is an empty list; it takes a jar such as target/my-objective.jar, or a list of them
                    {java: a.B, jar: c, processes: per-trial}         | x.yaml:3: objective.processes: is not known here; allowed are java, direction, repeats, timeout, isolation, jar, settings
                    {java: a.B, jar: c, settings: 5}         | x.yaml:3: objective.settings: 5 is not a group of settings such as {rows: 1000}
                    """)
    void faultsOfProgramsAndClassesAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    @Test
    void branchesAreWrittenOutOrNamedLikeTowers() throws ExperimentException {
        DigitPairsSettings settings = settings("{towers: {ten: [linear 10]}, tower: [linear 9], classifier: ten,"
                + " projection: [linear 5, relu], systems: {a: {classifier: [linear 7, relu, linear 10]}}}");
        assertThat(settings.values())
                .containsEntry(Setting.CLASSIFIER, Spaces.word("ten"))
                .containsEntry(Setting.PROJECTION, Spaces.word("own projection"));
        assertThat(settings.towers())
                .containsEntry("own projection", new TowerPattern(List.of("linear 5", "relu")))
                .containsEntry("a classifier", new TowerPattern(List.of("linear 7", "relu", "linear 10")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {digit-pairs: {pairs: 2, pairs: 3}}                        | x.yaml:3: objective.digit-pairs.pairs: stands here a second time; first at x.yaml:3
                    {}                                                         | x.yaml:3: objective: takes exactly one of digit-pairs, command, java; found none
                    digit-pairs                                                | x.yaml:3: objective: digit-pairs is not an objective such as {digit-pairs: {pairs: 1000}}
                    {digit-pairs: }                                            | x.yaml:3: objective.digit-pairs: has no value; it takes settings such as {pairs: 1000}, or {} for the defaults
                    {digit-pairs: 5}                                           | x.yaml:3: objective.digit-pairs: 5 is not settings such as {pairs: 1000}, or {} for the defaults
                    {digit-pair: {}}                                           | x.yaml:3: objective.digit-pair: is not known here (did you mean "digit-pairs"?); allowed are {objective}
                    {digit-pairs: {}, other: {}}                               | x.yaml:3: objective.other: is not known here; allowed are digit-pairs, isolation
                    {banana: {}}                                               | x.yaml:3: objective.banana: is not known here; allowed are {objective}
                    {digit-pairs: {pears: 100}}                                | x.yaml:3: objective.digit-pairs.pears: is not known here; allowed are {settings}, towers, systems
                    {digit-pairs: {pairs: 1}}                                  | x.yaml:3: objective.digit-pairs.pairs: 1 is not a whole number from 2
                    {digit-pairs: {pairs: 2.5}}                                | x.yaml:3: objective.digit-pairs.pairs: 2.5 is not a whole number from 2
                    {digit-pairs: {pairs: 3000000000}}                         | x.yaml:3: objective.digit-pairs.pairs: 3000000000 is not a whole number from 2
                    {digit-pairs: {pairs: 99999999999999999999}}               | x.yaml:3: objective.digit-pairs.pairs: 99999999999999999999 is too large a whole number
                    {digit-pairs: {pairs: }}                                   | x.yaml:3: objective.digit-pairs.pairs: has no value; it takes a word, a number, true or false
                    {digit-pairs: {pairs: [1]}}                                | x.yaml:3: objective.digit-pairs.pairs: a list is not a word, a number, true or false
                    {digit-pairs: {pairs: 2, folds: 3}}                        | x.yaml:3: objective.digit-pairs.folds: 3 folds need two pairs each, and there are 2 pairs
                    {digit-pairs: {pairs: 5, folds: 3}}                        | x.yaml:3: objective.digit-pairs.folds: 3 folds need two pairs each, and there are 5 pairs
                    {digit-pairs: {folds: 1}}                                  | x.yaml:3: objective.digit-pairs.folds: 1 is not a whole number from 2
                    {digit-pairs: {tower: big}}                                | x.yaml:3: objective.digit-pairs.tower: big is not one of reference, small, mentha, deng-li, papadopoulos, kim, kim-deeper
                    {digit-pairs: {tower: []}}                                 | x.yaml:3: objective.digit-pairs.tower: is an empty list; a tower has at least one layer
                    {digit-pairs: {tower: [con 3 3]}}                          | x.yaml:3: objective.digit-pairs.tower[1]: "con 3 3": {layer}
                    {digit-pairs: {tower: [conv 3 3x3, linear 9]}}             | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, a tower that names digits gives 10 numbers, one for each class; this one gives 9
                    {digit-pairs: {tower: [linear 10, 5, relo]}}               | x.yaml:3: objective.digit-pairs.tower[2]: "5": {layer} / x.yaml:3: objective.digit-pairs.tower[3]: "relo": {layer}
                    {digit-pairs: {tower: {a: b}}}                             | x.yaml:3: objective.digit-pairs.tower: a group of fields is not a word, a number, true or false
                    {digit-pairs: {tower: [pool 20, linear 10]}}               | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, layer 1 (pool 20): 1 channel of 14x14 come in, it needs images of at least 20x20
                    {digit-pairs: {tower: ["conv {channels} 3x3", linear 10]}} | x.yaml:3: objective.digit-pairs: the layers name {channels}, which is no hyperparameter
                    {digit-pairs: {tower: ["conv {channels 3x3", linear 10]}}  | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, "conv {channels 3x3": {layer}
                    {digit-pairs: {tower: ["linear 10 if {epochs}"]}}          | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, "linear 10 if {epochs}" asks for true or false, found: 1
                    {digit-pairs: {tower: [linear 9], classifier: [linear 5, relu, linear 11]}} | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, a classifier gives 10 numbers, one for each class; this one gives 11
                    {digit-pairs: {tower: [linear 9], classifier: [relu, pool 2]}} | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, in the classifier, layer 2 (pool 2): 9 numbers come in, it needs images of at least 2x2
                    {digit-pairs: {projection: [conv 3 3x3]}}                  | x.yaml:3: objective.digit-pairs: no configuration of the space makes a network; for one, in the projection, layer 1 (conv 3 3x3): 10 numbers come in, it needs images of at least 3x3
                    {digit-pairs: {classifier: []}}                            | x.yaml:3: objective.digit-pairs.classifier: is an empty list; write none, or at least one layer
                    {digit-pairs: {classifier: [linear]}}                      | x.yaml:3: objective.digit-pairs.classifier[1]: "linear": {layer}
                    {digit-pairs: {classifier: big}}                           | x.yaml:3: objective.digit-pairs.classifier: big is not one of none, reference, small, mentha, deng-li, papadopoulos, kim, kim-deeper
                    {digit-pairs: {classifier: ["linear {h}"]}}                | x.yaml:3: objective.digit-pairs: the layers name {h}, which is no hyperparameter
                    {digit-pairs: {systems: {a: {classifier: ["linear {h}"]}}, system: a}} | x.yaml:3: objective.digit-pairs: the layers name {h}, which is no hyperparameter
                    {digit-pairs: {towers: {none: [linear 10]}}}               | x.yaml:3: objective.digit-pairs.towers.none: is how no layers at all are called; take another name
                    {digit-pairs: {towers: {small: [linear 10]}}}              | x.yaml:3: objective.digit-pairs.towers.small: there is another tower of the name small
                    {digit-pairs: {towers: {big: []}, tower: big}}             | x.yaml:3: objective.digit-pairs.towers.big: is an empty list; a tower has at least one layer
                    {digit-pairs: {towers: {own: [linear 10]}, tower: [linear 10, relu]}} | x.yaml:3: objective.digit-pairs.towers.own: is how the tower is called that is written out under `tower`; take another name
                    {digit-pairs: {towers: {own: [linear 10]}, tower: reference}} | x.yaml:3: objective.digit-pairs.towers.own: is how the tower is called that is written out under `tower`; take another name
                    {digit-pairs: {towers: {own: [linear 10]}}}                | x.yaml:3: objective.digit-pairs.towers.own: is how the tower is called that is written out under `tower`; take another name
                    {digit-pairs: {towers: {"9x": [linear 10]}}}               | x.yaml:3: objective.digit-pairs.towers.9x: is no name for a tower: up to 64 letters, digits, ., - and _, a letter first
                    {digit-pairs: {towers: [a]}}                               | x.yaml:3: objective.digit-pairs.towers: a list is not a group of towers, each a list of layers such as [conv 32 3x3, relu, pool 2, linear 10]
                    {digit-pairs: {model: naive, sharing: shared}}             | x.yaml:3: objective.digit-pairs: model fixes sharing, head and auxiliary; sharing cannot stand beside it
                    {digit-pairs: {learning-rate: 0}}                          | x.yaml:3: objective.digit-pairs.learning-rate: 0 is not a number > 0.0
                    {digit-pairs: {optimizer: sgd, optimiser: adam}}           | x.yaml:3: objective.digit-pairs.optimiser: is not known here (did you mean "optimizer"?); allowed are {settings}, towers, systems
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    experiment: x ; objective: {digit-pairs: {tower: ["conv {channels} 3x3", relo]}} ; space: ;   channels: {integer: [1, 32]} | x.yaml:2: objective.digit-pairs.tower[2]: "relo": {layer}
                    experiment: x ; objective: {digit-pairs: {towers: {a: ["conv {channels} 3x3", linear 10], b: ["linear {units}", 5 6]}, tower: a}} ; space: ;   channels: {integer: [1, 32]} ;   units: {integer: [1, 32]} | x.yaml:2: objective.digit-pairs.towers.b[2]: "5 6": {layer}
                    experiment: x ; objective: {digit-pairs: {towers: {a: ["conv {channels} 3x3", linear 10]}, tower: a}} ; space: ;   channels: {choices: [1, x]} | x.yaml:4: space.channels: "conv x 3x3": {layer}
                    experiment: x ; objective: {digit-pairs: {tower: ["dropout {p}", linear 10]}} ; space: ;   p: {real: [0, 1]} | x.yaml:4: space.p: "dropout 1.0": a dropout probability is from 0 to less than 1, found: 1.0
                    experiment: x ; objective: {digit-pairs: {tower: ["relu if {p}", linear 10]}} ; space: ;   p: {choices: [1, 2]} | x.yaml:4: space.p: "relu if {p}" asks for true or false, found: 1
                    experiment: x ; objective: {digit-pairs: {tower: ["conv {a} 3x3", linear 10]}} ; space: ;   epochs: {choices: [1, 2]} ;   a: {integer: [0, 2]} ;   b: {integer: [0, 2]} | x.yaml:5: space.a: "conv 0 3x3": channels is a whole number from 1, found: 0 / x.yaml:6: space.b: no such setting; known are {settings}
                    """)
    void faultsOfTowersWithHyperparametersAreTold(String written, String faults) {
        assertFaults(text(written), faults);
    }

    private static ObjectiveSettings read(String objective) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + objective, List.of()).objective();
    }

    private static DigitPairsSettings settings(String digitPairs) throws ExperimentException {
        return switch (read("{digit-pairs: " + digitPairs + "}")) {
            case ObjectiveSettings.DigitPairs(DigitPairsSettings settings) -> settings;
            case ObjectiveSettings.Command _, ObjectiveSettings.Java _, ObjectiveSettings.Embedded _ ->
                throw new AssertionError(digitPairs);
        };
    }
}
