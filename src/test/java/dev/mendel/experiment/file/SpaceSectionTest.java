package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.Spaces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space:
            """;

    @Test
    void choicesAreRead() throws ExperimentException {
        assertThat(only("{choices: [sgd, adam, adamw], equivalent: [[adam, adamw]], default: adam}"))
                .isEqualTo(new Categorical(
                        "optimizer",
                        Spaces.words("sgd", "adam", "adamw"),
                        List.of(Spaces.words("adam", "adamw")),
                        Condition.ALWAYS,
                        Spaces.word("adam")));
    }

    @Test
    void numbersOfAListAreAllRealWhereOneIs() throws ExperimentException {
        assertThat(space("lambda: {ordered: [1, 0.5, 2], default: 2}"))
                .containsExactly(new Ordered("lambda", Spaces.reals(1, 0.5, 2), Condition.ALWAYS, Spaces.real(2)));
    }

    @Test
    void rangesAreRead() throws ExperimentException {
        assertThat(space("""
                        batch: {integer: [8, 64], scale: log, grid: [8, 64], default: 8}
                          lambda: {real: [0, 2], grid: [0, 1], when: {batch: 8}}
                        """))
                .containsExactly(
                        new IntegerRange(
                                "batch", 8, 64, Scale.LOG, Spaces.wholes(8, 64), Condition.ALWAYS, Spaces.whole(8)),
                        new RealRange(
                                "lambda",
                                0,
                                2,
                                Scale.LINEAR,
                                Spaces.reals(0, 1),
                                new Condition(List.of(new Condition.Requirement("batch", Spaces.wholes(8)))),
                                null));
    }

    @Test
    void conditionsNameWhatStandsForEquivalents() throws ExperimentException {
        Hyperparameter second = space("""
                        optimizer: {choices: [sgd, adam, adamw], equivalent: [[adam, adamw]]}
                          momentum: {real: [0, 0.9], when: {optimizer: [adamw, adam, sgd]}}
                        """).getLast();
        assertThat(second.condition()).isEqualTo(Spaces.when("optimizer", "adam", "sgd"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    epochs: [1, 2]                               | x.yaml:4: space.epochs: a list is not a hyperparameter such as {choices: [sgd, adam]}
                    optimizer: {choices: [sgd], choices: [adam]} | x.yaml:4: space.optimizer.choices: stands here a second time; first at x.yaml:4
                    epochs: {}                                   | x.yaml:4: space.epochs: takes exactly one of choices, ordered, integer, real; found none
                    epochs:                                      | x.yaml:4: space.epochs: has no value; it takes a hyperparameter such as {choices: [sgd, adam]}
                    epochs: {choices: []}                        | x.yaml:4: space.epochs.choices: is an empty list; name at least one value
                    epochs: {choices: 5}                         | x.yaml:4: space.epochs.choices: 5 is not a list of values such as [sgd, adam]
                    epochs: {choices: [5], ordered: [6]}         | x.yaml:4: space.epochs: takes exactly one of choices, ordered, integer, real; found choices and ordered
                    epochs: {choice: [5]}                        | x.yaml:4: space.epochs.choice: is not known here (did you mean "choices"?); allowed are choices, ordered, integer, real, scale, step, grid, equivalent, default, when
                    epochs: {foo: [5]}                           | x.yaml:4: space.epochs.foo: is not known here; allowed are choices, ordered, integer, real, scale, step, grid, equivalent, default, when
                    epochs: {choices: [5], grid: [5]}            | x.yaml:4: space.epochs.grid: is not known here; allowed are choices, equivalent, default, when
                    epochs: {ordered: [5, 5]}                    | x.yaml:4: space.epochs.ordered[2]: 5 is listed twice
                    learning-rate: {ordered: [1, 1.0]}           | x.yaml:4: space.learning-rate.ordered[2]: 1.0 is listed twice
                    learning-rate: {ordered: [1.0, 1e0, 0.1]}    | x.yaml:4: space.learning-rate.ordered[2]: 1.0 is listed twice
                    epochs: {ordered: [5, ~]}                    | x.yaml:4: space.epochs.ordered[2]: has no value; it takes a word, a number, true or false
                    epochs: {ordered: [5, [6]]}                  | x.yaml:4: space.epochs.ordered[2]: a list is not a word, a number, true or false
                    epochs: {ordered: [5, {a: 6}]}               | x.yaml:4: space.epochs.ordered[2]: a group of fields is not a word, a number, true or false
                    epochs: {ordered: [5, .inf]}                 | x.yaml:4: space.epochs.ordered[2]: .inf is not a finite number
                    optimizer: {choices: [sgd, ""]}              | x.yaml:4: space.optimizer.choices[2]: is an empty word
                    optimizer: {choices: [sgd, "a\\nb"]}          | x.yaml:4: space.optimizer.choices[2]: a word has no line breaks or control characters
                    optimizer: {choices: [sgd], default: adam}   | x.yaml:4: space.optimizer.default: adam is not one of sgd
                    epochs: {choices: [5, 10], default: "5"}     | x.yaml:4: space.epochs.default: "5" is not one of 5, 10
                    """)
    void faultsOfValuesAreTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    epochs: {integer: [1]}                                 | x.yaml:4: space.epochs.integer: a list of 1 is not a range [low, high]
                    epochs: {integer: [1, 2, 3]}                           | x.yaml:4: space.epochs.integer: a list of 3 is not a range [low, high]
                    epochs: {integer: 5}                                   | x.yaml:4: space.epochs.integer: 5 is not a range [low, high]
                    epochs: {integer: [5, 5]}                              | x.yaml:4: space.epochs.low: 5 is not < 5 (high)
                    epochs: {integer: [6, 5]}                              | x.yaml:4: space.epochs.low: 6 is not < 5 (high)
                    epochs: {integer: [1, 5.5]}                            | x.yaml:4: space.epochs.high: 5.5 is not a whole number from -9007199254740992 to 9007199254740992
                    epochs: {integer: [a, b]}                              | x.yaml:4: space.epochs.low: a is not a whole number from -9007199254740992 to 9007199254740992 / x.yaml:4: space.epochs.high: b is not a whole number from -9007199254740992 to 9007199254740992
                    epochs: {integer: [1, 99999999999999999999]}           | x.yaml:4: space.epochs.high: 99999999999999999999 is too large a whole number
                    epochs: {integer: [1, 9007199254740993]}               | x.yaml:4: space.epochs.high: 9007199254740993 is not a whole number from -9007199254740992 to 9007199254740992
                    epochs: {integer: [0, 10], scale: log}                 | x.yaml:4: space.epochs.low: 0 is not > 0 (log scale)
                    epochs: {integer: [-1, 10], scale: log}                | x.yaml:4: space.epochs.low: -1 is not > 0 (log scale)
                    lambda: {real: [0, 1], scale: log}                     | x.yaml:4: space.lambda.low: 0 is not > 0 (log scale)
                    lambda: {real: [-1, 1], scale: log}                    | x.yaml:4: space.lambda.low: -1 is not > 0 (log scale)
                    lambda: {real: [0, 1], scale: lin}                     | x.yaml:4: space.lambda.scale: lin is not one of linear, log
                    lambda: {real: [1, 0.5]}                               | x.yaml:4: space.lambda.low: 1 is not < 0.5 (high)
                    lambda: {real: [.nan, 1]}                              | x.yaml:4: space.lambda.low: .nan is not a finite number
                    lambda: {real: [0, .inf]}                              | x.yaml:4: space.lambda.high: .inf is not a finite number
                    lambda: {real: [0, 1e999]}                             | x.yaml:4: space.lambda.high: 1e999 is too large a number
                    lambda: {real: [1e-999, 1]}                            | x.yaml:4: space.lambda.low: 1e-999 is too close to zero to be told from it
                    lambda: {real: [-1e308, 1e308]}                        | x.yaml:4: space.lambda.high: is too far from low -1e308
                    lambda: {real: [1e-300, 1e300], scale: log}            | x.yaml:4: space.lambda.high: is too far from low 1e-300 (log scale)
                    lambda: {real: [0.5, 1], scale: [log]}                 | x.yaml:4: space.lambda.scale: a list is not one of linear, log
                    lambda: {real: [low, high]}                            | x.yaml:4: space.lambda.low: low is not a number / x.yaml:4: space.lambda.high: high is not a number
                    lambda: {real: {low: 0, high: 1}}                      | x.yaml:4: space.lambda.real: a group of fields is not a range [low, high]
                    lambda: {real: [0.2, 1], grid: []}                     | x.yaml:4: space.lambda.grid: is an empty list; name at least one value
                    lambda: {real: [0.2, 1], grid: [0.1, 0.5]}             | x.yaml:4: space.lambda.grid[1]: 0.1 is not a number from 0.2 to 1.0
                    lambda: {real: [0.2, 1], grid: [0.5, 0.5]}             | x.yaml:4: space.lambda.grid[2]: 0.5 is listed twice
                    lambda: {real: [0.2, 1], grid: [a]}                    | x.yaml:4: space.lambda.grid[1]: a is not a number from 0.2 to 1.0
                    lambda: {real: [0.2, 1], grid: 0.5}                    | x.yaml:4: space.lambda.grid: 0.5 is not a list of numbers such as [0.1, 0.5]
                    lambda: {real: [0.2, 1], default: 2}                   | x.yaml:4: space.lambda.default: 2 is not a number from 0.2 to 1.0
                    lambda: {real: [0.2, 1], default: [0.5]}               | x.yaml:4: space.lambda.default: a list is not a number from 0.2 to 1.0
                    lambda: {real: [0.2, 1], default: }                    | x.yaml:4: space.lambda.default: has no value; it takes a number from 0.2 to 1.0
                    epochs: {integer: [5, 10], default: 5.0}               | x.yaml:4: space.epochs.default: 5.0 is not a whole number from 5 to 10
                    epochs: {integer: [5, 10], grid: [4, 11]}              | x.yaml:4: space.epochs.grid[1]: 4 is not a whole number from 5 to 10 / x.yaml:4: space.epochs.grid[2]: 11 is not a whole number from 5 to 10
                    """)
    void faultsOfRangesAreTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    optimizer: {choices: [sgd, adam], equivalent: [[sgd, adan]]} | x.yaml:4: space.optimizer.equivalent[1][2]: adan is not one of sgd, adam
                    optimizer: {choices: [sgd, adam], equivalent: [[sgd]]}      | x.yaml:4: space.optimizer.equivalent[1]: a group of equivalent choices has at least two
                    optimizer: {choices: [sgd, adam], equivalent: [sgd, adam]}  | x.yaml:4: space.optimizer.equivalent[1]: sgd is not a group of choices such as [cross-entropy, nll] / x.yaml:4: space.optimizer.equivalent[2]: adam is not a group of choices such as [cross-entropy, nll]
                    optimizer: {choices: [sgd, adam], equivalent: []}           | x.yaml:4: space.optimizer.equivalent: is an empty list; leave it out where all choices differ
                    optimizer: {choices: [sgd, adam], equivalent: adam}         | x.yaml:4: space.optimizer.equivalent: adam is not a list of groups such as [[cross-entropy, nll]]
                    optimizer: {choices: [sgd, adam], equivalent: [[sgd, sgd]]} | x.yaml:4: space.optimizer.equivalent[1][2]: sgd is listed twice
                    optimizer: {choices: [sgd, adam, adamw], equivalent: [[sgd, adam], [adam, adamw]]} | x.yaml:4: space.optimizer.equivalent[2]: adam stands in two groups; join them
                    optimizer: {ordered: [sgd, adam, adamw], equivalent: [[sgd, adam], [adam, adamw]]} | x.yaml:4: space.optimizer.equivalent: is not known here; allowed are ordered, default, when
                    """)
    void faultsOfEquivalentsAreTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    optimizer: {choices: [sgd], when: {optimizer: sgd}} | x.yaml:4: space.optimizer.when.optimizer: a hyperparameter cannot depend on itself
                    optimizer: {choices: [sgd], when: {model: naive}} ; model: {choices: [naive, both]} | x.yaml:4: space.optimizer.when.model: is declared later; a condition names hyperparameters declared before it
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {optimiser: sgd}} | x.yaml:5: space.momentum.when.optimiser: no such hyperparameter (did you mean "optimizer"?); before it stand optimizer
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {optimizer: sdg}} | x.yaml:5: space.momentum.when.optimizer: sdg is not one of sgd, adam
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {optimizer: []}} | x.yaml:5: space.momentum.when.optimizer: an empty list allows no value; name at least one
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {optimizer: [sgd, sgd]}} | x.yaml:5: space.momentum.when.optimizer[2]: sgd is listed twice
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {optimizer: {a: b}}} | x.yaml:5: space.momentum.when.optimizer: a group of fields is not one of sgd, adam, nor a list of such values
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: {}} | x.yaml:5: space.momentum.when: names no hyperparameter; leave it out for no condition
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: optimizer} | x.yaml:5: space.momentum.when: optimizer is not a condition such as {optimizer: [adam, adamw]}
                    optimizer: {choices: [sgd, adam]} ; momentum: {real: [0, 0.9], when: } | x.yaml:5: space.momentum.when: has no value; it takes a condition such as {optimizer: [adam, adamw]}
                    optimizer: {choices: [sgd, sgd]} ; momentum: {real: [0, 0.9], when: {optimizer: sgd}} | x.yaml:4: space.optimizer.choices[2]: sgd is listed twice
                    epochs: {integer: [1, 9]} ; momentum: {real: [0, 0.9], when: {epochs: [1, 10]}} | x.yaml:5: space.momentum.when.epochs[2]: 10 is not a whole number from 1 to 9
                    """)
    void faultsOfConditionsAreTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    1x: {choices: [1, 2]}     | x.yaml:4: space.1x: is no name for a hyperparameter: up to 64 letters, digits, ., - and _, a letter first
                    "a b": {choices: [1, 2]}  | x.yaml:4: space.a b: is no name for a hyperparameter: up to 64 letters, digits, ., - and _, a letter first
                    "": {choices: [1, 2]}     | x.yaml:4: space."": is no name for a hyperparameter: up to 64 letters, digits, ., - and _, a letter first
                    épochs: {choices: [1, 2]} | x.yaml:4: space.épochs: is no name for a hyperparameter: up to 64 letters, digits, ., - and _, a letter first
                    """)
    void malformedNamesAreTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    optimizer: {choices: [sgd, adan]}        | x.yaml:4: space.optimizer: adan is not one of sgd, adam, adamw, adagrad
                    epochs: {integer: [1, 9007199254740992]} | x.yaml:4: space.epochs: 9007199254740992 is not a whole number from 1
                    pairs: {choices: [100, 200]}             | x.yaml:4: space.pairs: the same for all trials; fix it under the objective instead
                    learning_rate: {real: [0.1, 1]}          | x.yaml:4: space.learning_rate: no such setting; known are {settings} (did you mean "learning-rate"?)
                    colour: {choices: [red]}                 | x.yaml:4: space.colour: no such setting; known are {settings}
                    epochs: {choices: [1, two]}              | x.yaml:4: space.epochs: two is not a whole number from 1
                    epochs: {integer: [0, 5]}                | x.yaml:4: space.epochs: 0 is not a whole number from 1
                    epochs: {real: [1, 5]}                   | x.yaml:4: space.epochs: a range of real numbers cannot stand here; it takes a whole number from 1
                    optimizer: {integer: [1, 5]}             | x.yaml:4: space.optimizer: a range of numbers cannot stand here; list choices, each one of sgd, adam, adamw, adagrad
                    momentum: {real: [0, 1]}                 | x.yaml:4: space.momentum: 1.0 is not a number from 0.0 to less than 1.0
                    auxiliary: {choices: [yes, no]}          | x.yaml:4: space.auxiliary: yes is not true or false
                    model: {choices: [naive, both]} ; sharing: {choices: [shared]} | x.yaml:2: objective.digit-pairs: model fixes sharing, head and auxiliary; sharing cannot stand beside it
                    tower: {choices: [reference, big]}       | x.yaml:4: space.tower: big is not one of reference, small, mentha, deng-li, papadopoulos, kim, kim-deeper
                    learning-rate: {real: [0, 1]}            | x.yaml:4: space.learning-rate: 0.0 is not a number > 0.0
                    """)
    void whatTheObjectiveCannotTakeIsTold(String written, String faults) {
        assertFaults(HEAD + "  " + text(written).replace("\n", "\n  "), faults);
    }

    private static Hyperparameter only(String optimizer) throws ExperimentException {
        return space("optimizer: " + optimizer).getFirst();
    }

    private static List<Hyperparameter> space(String space) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + "  " + space, List.of())
                .space()
                .hyperparameters();
    }
}
