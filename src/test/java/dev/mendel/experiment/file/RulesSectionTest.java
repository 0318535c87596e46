package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.space.SearchSpace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {command: [cat]}
            space:
              kind: {choices: [a, b, c, "> 1"], equivalent: [[a, b]]}
              hidden1: {integer: [16, 512], step: 16}
              hidden-2: {integer: [16, 512], step: 16, when: {kind: [a, c]}}
              rate: {real: [0, 1]}
              share: {ordered: [0, 0.5, 1]}
              shuffle: {choices: [true, false]}
            """;

    private static SearchSpace read(String more) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + more, List.of()).space();
    }

    private static List<String> forbidden(String more) throws ExperimentException {
        return read(more).rules().forbidden().stream().map(Object::toString).toList();
    }

    @Test
    void combinationsAreRead() throws ExperimentException {
        assertThat(forbidden("""
                forbidden:
                  - {kind: b, rate: "> 0.3"}
                  - {kind: [c, b, a], hidden1: "<=  32", shuffle: true}
                  - {kind: "> 1", rate: 1, share: [0, 1]}
                """))
                .containsExactly(
                        "kind is a and rate > 0.3",
                        "kind is c or a and hidden1 <= 32 and shuffle is true",
                        "kind is > 1 and rate is 1.0 and share is 0.0 or 1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where: hidden-2<=hidden1",
                "where: [hidden-2 <= hidden1]",
                "where: \n  - \"hidden-2 <= hidden1\""
            })
    void conditionsAreRead(String more) throws ExperimentException {
        assertThat(read(more).rules().where()).hasToString("[hidden-2 <= hidden1]");
    }

    @Test
    void aSpaceWithoutRulesHasNone() throws ExperimentException {
        assertThat(read("").rules().isEmpty()).isTrue();
        assertThat(read("forbidden: []\nwhere: []\n").rules().isEmpty()).isTrue();
    }

    @Test
    void rulesAndStepsAreWritten() throws ExperimentException {
        String more = """
                forbidden:
                  - {kind: a, rate: "> 0.3"}
                  - {hidden1: [16, 32], kind: "> 1"}
                where:
                  - "hidden-2 <= (hidden1 + 16) * 2"
                """;
        assertThat(ExperimentFile.text(ExperimentFile.parse("x.yaml", HEAD + more, List.of())))
                .contains(more, "  hidden1: {integer: [16, 512], scale: linear, step: 16}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            where: hiden1 < 3                     | x.yaml:10: where: no such hyperparameter: hiden1 (did you mean "hidden1"?); the space has kind, hidden1, hidden-2, rate, share, shuffle
            where: [rate < 3, hidden1-1 < 3]      | x.yaml:10: where[2]: no such hyperparameter: hidden1-1 (did you mean "hidden1"?); the space has kind, hidden1, hidden-2, rate, share, shuffle; a minus has spaces round it
            where: kind == 1                      | x.yaml:10: where: kind is no number but one of a, b, c, > 1; `forbidden` takes combinations of any values
            where: [rate <, = 1]                  | x.yaml:10: where[1]: ends after "<", where a name, a number or ( should be / x.yaml:10: where[2]: "=" stands first, where a name, a number or ( should be
            where: [rate]                         | x.yaml:10: where[1]: compares nothing; a condition is such as hidden2 <= hidden1
            where: {rate: 1}                      | x.yaml:10: where: a group of fields is not a condition such as hidden2 <= hidden1, nor a list of them
            where:                                | x.yaml:10: where: has no value; it takes a condition such as hidden2 <= hidden1
            where: rate > 2                       | x.yaml:10: where: the rules leave hardly anything: 10000 random configurations all broke them
            forbidden: [{rate: ">= 0"}]           | x.yaml:10: forbidden: the rules leave hardly anything: 10000 random configurations all broke them
            forbidden: {kind: a}                  | x.yaml:10: forbidden: a group of fields is not a list, each a combination such as {optimizer: sgd, learning-rate: "> 0.3"}
            forbidden: [a]                        | x.yaml:10: forbidden[1]: a is not a combination such as {optimizer: sgd, learning-rate: "> 0.3"}
            forbidden: [{}]                       | x.yaml:10: forbidden[1]: is empty, and would forbid everything; it takes a combination such as {optimizer: sgd, learning-rate: "> 0.3"}
            forbidden: [{kind: a}, {kinds: a}]    | x.yaml:10: forbidden[2].kinds: no such hyperparameter (did you mean "kind"?); the space has kind, hidden1, hidden-2, rate, share, shuffle
            forbidden: [{kind: d}]                | x.yaml:10: forbidden[1].kind: d is not one of a, b, c, > 1
            forbidden: [{kind: [a, d]}]           | x.yaml:10: forbidden[1].kind[2]: d is not one of a, b, c, > 1
            forbidden: [{kind: []}]               | x.yaml:10: forbidden[1].kind: an empty list forbids no value; name at least one
            forbidden: [{kind: "< 3"}]            | x.yaml:10: forbidden[1].kind: < 3 compares numbers, and kind is no number but one of a, b, c, > 1
            forbidden: [{rate: "=> 3"}]           | x.yaml:10: forbidden[1].rate: "=> 3" is not a comparison such as "> 0.3", with <, <=, > or >= and a number
            forbidden: [{rate: 3}]                | x.yaml:10: forbidden[1].rate: 3 is not a number from 0.0 to 1.0
            forbidden: [{hidden1: 17}]            | x.yaml:10: forbidden[1].hidden1: 17 is not a whole number from 16 to 512 in steps of 16
            where: rate < .5 ; initial: [{rate: 0.4}, {rate: 0.6}] | x.yaml:11: initial[2]: breaks the rule rate < 0.5
            where: rate < .5 ; configurations: [{kind: a, hidden1: 16, hidden-2: 16, rate: 0.7, share: 0, shuffle: true}] | x.yaml:11: configurations[1]: breaks the rule rate < 0.5
            forbidden: [{kind: a, share: 1}] ; enqueued: [{generation: 2, configuration: {kind: b, share: 1}}] | x.yaml:11: enqueued[1]: is forbidden: kind is a and share is 1.0
            """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            x: {integer: [0, 9], step: 0}               | x.yaml:4: space.x.step: 0 is not a whole number from 1 to 9
            x: {integer: [0, 9], step: 10}              | x.yaml:4: space.x.step: 10 is not a whole number from 1 to 9
            x: {integer: [0, 9], step: 0.5}             | x.yaml:4: space.x.step: 0.5 is not a whole number from 1 to 9
            x: {integer: [1, 9], step: 2, scale: log}   | x.yaml:4: space.x.step: steps are equal differences, so the scale is linear; without a step it may be log
            x: {real: [0, 1], step: 0}                  | x.yaml:4: space.x.step: 0 is not a number more than 0, up to the range's 1 - 0
            x: {real: [0, 1], step: 1.5}                | x.yaml:4: space.x.step: 1.5 is not a number more than 0, up to the range's 1 - 0
            x: {real: [0, 1], step: 1e-300}             | x.yaml:4: space.x.step: 1e-300 is too small, or too large, for numbers of this size
            x: {real: [0, 1], step: 0.25, default: 0.3} | x.yaml:4: space.x.default: 0.3 is not a number from 0.0 to 1.0 in steps of 0.25
            x: {real: [0, 1], step: 0.25, grid: [0.3]}  | x.yaml:4: space.x.grid[1]: 0.3 is not a number from 0.0 to 1.0 in steps of 0.25
            x: {choices: [0, 1], step: 1}               | x.yaml:4: space.x.step: is not known here; allowed are choices, equivalent, default, when
            """)
    void faultsOfStepsAreTold(String written, String faults) {
        assertFaults("experiment: x\nobjective: {command: [cat]}\nspace:\n  " + text(written), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forbidden: [{kind: a, rate: \"> 0.3\"}, {kind: [a, c], share: 1}]\nwhere: rate < 0.5",
                "forbidden: []\nwhere: [rate < 0.5, hidden1 > 16]",
            })
    void theSchemaAllowsRules(String more) throws IOException {
        assertThat(ExperimentSchema.load().faults(HEAD + more)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden: {kind: a}", "forbidden: [{}]", "forbidden: [a]", "where: {a: b}", "where: 3"})
    void theSchemaRefusesWhatIsNoRule(String more) throws IOException {
        assertThat(ExperimentSchema.load().faults(HEAD + more)).isNotEmpty();
    }
}
