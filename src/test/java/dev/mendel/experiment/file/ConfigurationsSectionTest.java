package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.space.Spaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationsSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @Test
    void configurationsAreReadAsFarAsTheyAreGiven() throws ExperimentException {
        assertThat(ExperimentFile.parse("x.yaml", HEAD + "initial: [{epochs: 2}, {}]", List.of())
                        .initial())
                .containsExactly(Map.of("epochs", Spaces.whole(2)), Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    initial: [{epochs: 1}, {epochs: 3}]                       | x.yaml:4: initial[2].epochs: 3 is not one of 1, 2
                    initial: [{epoch: 1}]                                     | x.yaml:4: initial[1].epoch: no such hyperparameter (did you mean "epochs"?); the space has epochs
                    initial: {epochs: 1}                                      | x.yaml:4: initial: a group of fields is not a list of configurations such as {optimizer: adam}
                    initial: [epochs]                                         | x.yaml:4: initial[1]: epochs is not a configuration such as {optimizer: adam}
                    initial:                                                  | x.yaml:4: initial: has no value; it takes a list of configurations such as {optimizer: adam}
                    initial: [{epochs: [1]}]                                  | x.yaml:4: initial[1].epochs: a list is not one of 1, 2
                    initial: [{epochs: 1, epochs: 2}]                         | x.yaml:4: initial[1].epochs: stands here a second time; first at x.yaml:4
                    initial: [{},{},{},{},{},{},{},{},{},{},{}]               | x.yaml:4: initial: 11 configurations are more than the population's 10 individuals
                    initial: [{epoch: 1},{},{},{},{},{},{},{},{},{},{}]       | x.yaml:4: initial[1].epoch: no such hyperparameter (did you mean "epochs"?); the space has epochs
                    initial: [{},{},{}] ; evolution: {population: 2}          | x.yaml:4: initial: 3 configurations are more than the population's 2 individuals
                    initial: [{},{},{}] ; evolution: {population: 2, elit: 1} | x.yaml:5: evolution.elit: is not known here (did you mean "elite"?); allowed are population, children, elite, tournament, crossover, mutations, step, reset, duplicates, diversity, screening
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }
}
