package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.CommandSettings.Processes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Commands with placeholders, variables and patterns.
class ScriptSectionTest {
    private static final String HEAD = """
            experiment: x
            space: {rate: {real: [0, 1]}, on: {choices: [true, false]}, size: {integer: [1, 5], when: {on: true}}}
            objective:\s""";

    private static CommandSettings read(String objective) throws ExperimentException {
        Experiment read = ExperimentFile.parse("x.yaml", HEAD + objective, List.of());
        String resolved = ExperimentFile.text(read);
        assertThat(ExperimentFile.parse("resolved", resolved, List.of())).isEqualTo(read.withText(resolved));
        return ((ObjectiveSettings.Command) read.objective()).settings();
    }

    @Test
    void placeholdersMakeAProgramOneForEachTrial() throws ExperimentException {
        CommandSettings settings = read("{command: [a, '{rate}', '--size', '{size}', '{on?--on:--off}']}");
        assertThat(settings.isScript()).isTrue();
        assertThat(settings.processes()).isEqualTo(Processes.PER_TRIAL);
    }

    @Test
    void theNumberOfAWorkerLeavesItAProgramForLinesOfJson() throws ExperimentException {
        CommandSettings settings = read("{command: [ssh, 'gpu{worker}', train]}");
        assertThat(settings.isScript()).isFalse();
        assertThat(settings.processes()).isEqualTo(Processes.PER_WORKER);
    }

    @Test
    void variablesAndPatternsReadBack() throws ExperimentException {
        CommandSettings settings = read("{command: [a], environment: {RATE: '{rate}', ALL: '{configuration}'},"
                + " answer: 'acc: \"([0-9.]+)\" \\\\', epoch: '(\\d+) (\\S+)'}");
        assertThat(settings.script().environment()).containsEntry("RATE", "{rate}");
        assertThat(settings.script().answers().answer()).isEqualTo("acc: \"([0-9.]+)\" \\\\");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {command: [a, '{rat}', '{configuration}']}           | x.yaml:3: objective.command[2]: {rat} is no hyperparameter (did you mean "rate"?) and none of trial, repeat, seed, worker, configuration; the text itself is written {{rat}}
            {command: [a, '{rate}']}                             | x.yaml:3: objective.command: has no place for on, size; write {on} in a word or under environment, or {configuration} for all as JSON
            {command: [a], answer: x}                            | x.yaml:3: objective.command: has no place for rate, on, size; write {rate} in a word or under environment, or {configuration} for all as JSON
            {command: ['{rate}', '{configuration}']}             | x.yaml:3: objective.command[1]: is the program, which has no placeholders; its arguments have
            {command: [a, '{rate?x}', '{configuration}']}        | x.yaml:3: objective.command[2]: {rate?…} asks whether rate is true; it takes a number from 0.0 to 1.0
            {command: [a, 'b {size}', '{configuration}']}        | x.yaml:3: objective.command[2]: has a place for size, which takes part under a condition, among other words; give it a word of its own, which is left out with the option before it, or a variable under environment
            {command: [a, '{configuration}'], processes: per-worker} | x.yaml:3: objective.processes: is per-worker, and a program that gets a trial in its arguments or environment, or is answered for by patterns, is started for each; leave it out
            {command: [a, '{configuration}'], answer: x, value: y}   | x.yaml:3: objective.value: names a value in lines of JSON, and answer finds it by a pattern; leave one of them out
            {command: [a, '{configuration}'], answer: '('}       | x.yaml:3: objective.answer: is no regular expression: Unclosed group at character 2
            {command: [a, '{configuration}'], answer: '(a)(b)'}  | x.yaml:3: objective.answer: has more than one group; write the others as (?:…)
            {command: [a, '{configuration}'], epoch: 'a'}        | x.yaml:3: objective.epoch: has 0 groups without names; allowed are one (the value), two (epoch and value), or groups with names: (?<epoch>…), (?<loss>…), (?<value>…) and others
            {command: [a, '{configuration}'], environment: {a-b: c}} | x.yaml:3: objective.environment.a-b: is no name of a variable; allowed are letters, digits and _
            {command: [a, '{configuration}'], environment: {A: '{b}'}} | x.yaml:3: objective.environment.A: {b} is no hyperparameter and none of trial, repeat, seed, worker, configuration; the text itself is written {{b}}
            {command: [a, '{configuration}'], environment: 5}    | x.yaml:3: objective.environment: 5 is not variables by name such as {LEARNING_RATE: "{learning-rate}"}
            {command: [a, {rate}]}                               | x.yaml:3: objective.command[2]: a group of fields is not a word; one with a placeholder is written in quotes: "{learning-rate}"
            """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    @Test
    void aHyperparameterCalledAsWhatEveryTrialHasNeedsAnotherName() {
        assertFaults(
                """
                experiment: x
                space: {worker: {integer: [1, 4]}}
                objective: {command: [a, '{worker}']}
                """,
                "x.yaml:3: objective.command[2]: {worker} is a hyperparameter, and of every trial too; give the"
                        + " hyperparameter another name");
    }

    @Test
    void noGenerationTakesMoreThanItsChildren() {
        assertFaults(HEAD + """
                {command: [a]}
                evolution: {children: 1}
                enqueued: [{generation: 2, configuration: {rate: 0.5}}, {generation: 2, configuration: {}}]
                """, "x.yaml:5: enqueued: 2 configurations for generation 2, which has room for 1");
    }
}
