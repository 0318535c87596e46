package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.Acquisition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvolutionSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "evolution: default", "evolution: {}", "evolution: {elite: 1, diversity: {}}"})
    void whatIsLeftOutIsAsUsual(String evolution) throws ExperimentException {
        assertThat(read(evolution)).isEqualTo(EvolutionSettings.defaults());
    }

    @Test
    void everySettingIsRead() throws ExperimentException {
        assertThat(read("""
                        evolution:
                          population: 20
                          children: 8
                          elite: 2
                          tournament: 4
                          crossover: 0.5
                          mutations: 2
                          step: 0.3
                          reset: 0.25
                          duplicates: keep
                          diversity: {individuality: 0.75, scaling: absolute, sharing: 0.2}
                          screening: {candidates: 8, newcomers: 0.5, trials: 100, acquisition: confidence-bound, near: 60}
                        """))
                .isEqualTo(new EvolutionSettings(
                        20,
                        8,
                        2,
                        4,
                        0.5,
                        2,
                        0.3,
                        0.25,
                        Duplicates.KEEP,
                        new Diversity(0.75, Scaling.ABSOLUTE, 0.2),
                        new Screening(8, 0.5, 100, Acquisition.CONFIDENCE_BOUND, 60)));
    }

    @Test
    void aSmallPopulationHasNoMoreChildrenThanItHasRoomFor() throws ExperimentException {
        assertThat(read("evolution: {population: 3}").children()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    evolution: {popluation: 10}                    | x.yaml:4: evolution.popluation: is not known here (did you mean "population"?); allowed are population, children, elite, tournament, crossover, mutations, step, reset, duplicates, diversity, screening
                    evolution: none                                | x.yaml:4: evolution: none is not one of default, mentha, or fields such as population
                    evolution:                                     | x.yaml:4: evolution: has no value; it takes one of default, mentha, or fields such as population
                    evolution: [1]                                 | x.yaml:4: evolution: a list is not one of default, mentha, or fields such as population
                    evolution: {population: 1, children: 0, elite: -1, tournament: 0, crossover: 1.5, mutations: -1, step: 0, reset: -0.1, duplicates: drop, diversity: {individuality: -1, scaling: big}} | x.yaml:4: evolution.population: 1 is not a whole number from 2 to 100000 / x.yaml:4: evolution.elite: -1 is not a whole number from 0 to 100000 / x.yaml:4: evolution.children: 0 is not a whole number from 1 to 100000 / x.yaml:4: evolution.tournament: 0 is not a whole number from 1 to 100000 / x.yaml:4: evolution.crossover: 1.5 is not a number from 0 to 1 / x.yaml:4: evolution.mutations: -1 is not a whole number from 0 to 100000 / x.yaml:4: evolution.step: 0 is not a number above 0 / x.yaml:4: evolution.reset: -0.1 is not a number from 0 to 1 / x.yaml:4: evolution.duplicates: drop is not one of keep, reject / x.yaml:4: evolution.diversity.individuality: -1 is not a number from 0 / x.yaml:4: evolution.diversity.scaling: big is not one of absolute, relative
                    evolution: {population: 1, children: 5}        | x.yaml:4: evolution.population: 1 is not a whole number from 2 to 100000
                    evolution: {children: 10}                      | x.yaml:4: evolution.children: 10 is not a whole number from 1 to 9
                    evolution: {elite: 10}                         | x.yaml:4: evolution.elite: 10 is not a whole number from 0 to 9
                    evolution: {elite: 9, children: 2}             | x.yaml:4: evolution.children: 2 is not a whole number from 1 to 1
                    evolution: {population: 10000000000}           | x.yaml:4: evolution.population: 10000000000 is not a whole number from 2 to 100000
                    evolution: {population: 100001}                | x.yaml:4: evolution.population: 100001 is not a whole number from 2 to 100000
                    evolution: {population: ten}                   | x.yaml:4: evolution.population: ten is not a whole number from 2 to 100000
                    evolution: {crossover: .nan}                   | x.yaml:4: evolution.crossover: .nan is not a finite number
                    evolution: {step: .inf}                        | x.yaml:4: evolution.step: .inf is not a finite number
                    evolution: {diversity: 0.75}                   | x.yaml:4: evolution.diversity: 0.75 is not fields such as {individuality: 0.75}
                    evolution: {diversity: {individuality: 1e400}} | x.yaml:4: evolution.diversity.individuality: 1e400 is too large a number
                    evolution: {diversity: {indviduality: 1}}      | x.yaml:4: evolution.diversity.indviduality: is not known here (did you mean "individuality"?); allowed are individuality, scaling, sharing
                    evolution: {diversity: {sharing: 2}}           | x.yaml:4: evolution.diversity.sharing: 2 is not a number from 0 to 1
                    evolution: {screening: none}                   | x.yaml:4: evolution.screening: none is not fields such as {candidates: 32}
                    evolution: {screening: {candidates: 0, newcomers: 1, trials: -1, acquisition: hope}} | x.yaml:4: evolution.screening.candidates: 0 is not a whole number from 1 to 100000 / x.yaml:4: evolution.screening.newcomers: 1 is not a number from 0 to below 1 / x.yaml:4: evolution.screening.trials: -1 is not a whole number from 0 to 10000 / x.yaml:4: evolution.screening.acquisition: hope is not one of confidence-bound, expected-improvement, turns
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    private static EvolutionSettings read(String evolution) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + evolution, List.of()).evolution();
    }

    /// Runs of versions that knew no `near` go on without it; a hyperparameter's name makes no difference.
    @Test
    void storedTextsThatDoNotSayNearMeanNone() {
        String older =
                "space:\n  near: {real: [0, 1]}\nevolution: {elite: 1, screening: {candidates: 32, trials: 500}}\n";
        assertThat(EvolutionSection.older(older)).containsExactly("evolution.screening.near=0");
        String newer =
                "space:\n  screening: {real: [0, 1]}\nevolution: {elite: 1, screening: {candidates: 32, near: 100}}\n";
        assertThat(EvolutionSection.older(newer)).isEmpty();
    }
}
