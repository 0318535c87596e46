package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Spaces;
import dev.mendel.trial.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `--set path=value` does to an experiment.
class SettingsTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @Test
    void aSettingReplacesWhatTheFileSays() throws ExperimentException {
        assertThat(read("seed: 1", "seed=7").seed()).isEqualTo(new Seed(7));
        assertThat(read("budget: {trials: 20, generations: 3}", "budget.trials=50")
                        .budget())
                .isEqualTo(read("budget: {trials: 50, generations: 3}").budget());
    }

    @Test
    void aSettingRightsWhatIsWrongInTheFile() throws ExperimentException {
        assertThat(read("seed: x", "seed=7").seed()).isEqualTo(new Seed(7));
    }

    @Test
    void aSettingAddsWhatTheFileLeavesOut() throws ExperimentException {
        assertThat(read("", "evolution.diversity.individuality=2").evolution())
                .isEqualTo(read("evolution: {diversity: {individuality: 2}}").evolution());
        assertThat(read("", "space.batch.ordered=[10, 20]").space().names()).isEqualTo("epochs, batch");
    }

    @Test
    void aGroupIsSetAsAWhole() throws ExperimentException {
        assertThat(read("evolution: {population: 20}", "evolution=default").evolution())
                .isEqualTo(EvolutionSettings.defaults());
        assertThat(read("", "space={epochs: {ordered: [3, 4]}}")
                        .space()
                        .hyperparameters()
                        .getFirst()
                        .grid())
                .isEqualTo(Spaces.wholes(3, 4));
    }

    @Test
    void theLastSettingCounts() throws ExperimentException {
        assertThat(read("", "evolution.population=1", "evolution.population=12", "evolution.elite=2")
                        .evolution()
                        .population())
                .isEqualTo(12);
    }

    @Test
    void aValueMayHoldAnEqualsSign() throws ExperimentException {
        assertThat(read("", "description=a=b").description()).isEqualTo("a=b");
    }

    @Test
    void theTextStaysWhatTheUserWrote() throws ExperimentException {
        assertThat(read("seed: 1", "seed=7").text()).isEqualTo(HEAD + "seed: 1");
    }

    @Test
    void aFileThatIsNoExperimentIsToldAlone() {
        assertFaults("[a]", "x.yaml:1: a list is not an experiment: fields such as `experiment: quickstart`", "seed=x");
    }

    @Test
    void settingsAreToldAfterTheFile() {
        assertThat(FaultLines.of(HEAD + "seed: x\n", "budget.trials=0", "colour=red"))
                .containsExactly(
                        "x.yaml:4: seed: x is not a whole number",
                        "--set colour: is not known here; allowed are experiment, description, objective, space,"
                                + " forbidden, where, initial, enqueued, configurations, reported, evolution, budget, stopping, objectives, constraints, failures, seed",
                        "--set budget.trials: 0 is not a whole number from 1, or unlimited");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    seed: 1 | seed=x                                      | --set seed: x is not a whole number
                    seed: x | sed=2                                       | x.yaml:4: seed: x is not a whole number / --set sed: is not known here (did you mean "seed"?); allowed are {sections}
                    seed: 1 | seed                                        | --set seed: has no "="; write path=value, as in budget.trials=50
                    seed: 1 | =5                                          | --set : a name is missing; write path=value, as in budget.trials=50
                    seed: 1 | .seed=5                                     | --set .seed: a name is missing; write path=value, as in budget.trials=50
                    seed: 1 | seed.=5                                     | --set seed.: a name is missing; write path=value, as in budget.trials=50
                    seed: 1 | seed.x=5                                    | --set seed.x: seed is 1 and has no fields; set it as a whole
                    seed: 1 | seed=                                       | --set seed: has no value; it takes a whole number
                    seed: 1 | seed=[1                                     | --set seed: the list that begins here goes wrong: a "," or the closing "]" is missing
                    seed: 1 | seed=&a 1                                   | --set seed: anchors are not read: take out &a, or quote the text
                    seed: 1 | initial[1].epochs=1                         | --set initial[1].epochs: entries of lists cannot be set; set the list as a whole
                    initial: [{epochs: 1}] | initial.epochs=1             | --set initial.epochs: initial is a list and has no fields; set it as a whole
                    initial: [{epochs: 1}] | initial.1.epochs=2           | --set initial.1.epochs: initial is a list and has no fields; set it as a whole
                    seed: 1 | initial=[{epochs: 7}]                       | --set initial: initial[1].epochs: 7 is not one of 1, 2
                    seed: 1 | space.epochs.ordered=3                      | --set space.epochs.ordered: 3 is not a list of values such as [sgd, adam]
                    seed: 1 | space.epochs.integer=[3, 4]                 | x.yaml:3: space.epochs: takes exactly one of choices, ordered, integer, real; found ordered and integer
                    seed: 1 | space.nothing.ordered=[10, 20]              | --set space.nothing.ordered: space.nothing: no such setting; known are {settings}
                    seed: 1 | objective.digit-pairs.pears=10              | --set objective.digit-pairs.pears: is not known here; allowed are {settings}, towers, systems
                    seed: 1 | objective.digit-pairs.pairs=1               | --set objective.digit-pairs.pairs: 1 is not a whole number from 2
                    seed: 1 | objective.digit-pairs.tower=[linear 5, foo] | --set objective.digit-pairs.tower: objective.digit-pairs.tower[2]: "foo": {layer}
                    evolution: mentha | evolution.population=10           | --set evolution.population: evolution is mentha and has no fields; set it as a whole
                    seed: 1 | a.b.c.d=1                                   | --set a.b.c.d: a: is not known here; allowed are {sections}
                    seed: 1 | description={a: 1, a: 2}                    | --set description: description.a: stands here a second time; first at --set description / --set description: a group of fields is not a sentence
                    seed: 1 | space.epochs.=1                             | --set space.epochs.: a name is missing; write path=value, as in budget.trials=50
                    seed: 1 | a=[[[[[[[[[[[[[[[[[[[[[[                    | --set a: nested too deep: more than 16 levels / --set a: is not known here; allowed are {sections}
                    seed: 1 | budget=                                     | --set budget: has no value; it takes limits such as {generations: 30}
                    seed: 1 | seed=# comment                              | --set seed: has no value; it takes a whole number
                    """)
    void faultsAreTold(String written, String setting, String faults) {
        assertFaults(HEAD + text(written), faults, setting);
    }

    private static Experiment read(String more, String... settings) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + more, List.of(settings));
    }
}
