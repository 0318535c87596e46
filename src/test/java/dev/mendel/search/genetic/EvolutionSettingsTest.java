package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.Acquisition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionSettingsTest {
    private static final Diversity NONE = new Diversity(0, Scaling.RELATIVE);

    private static EvolutionSettings settings(
            int population,
            int children,
            int elite,
            int tournament,
            double crossover,
            int mutations,
            double step,
            double reset) {
        return new EvolutionSettings(
                population,
                children,
                elite,
                tournament,
                crossover,
                mutations,
                step,
                reset,
                Duplicates.REJECT,
                NONE,
                Screening.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | 1  | 0  | 1 | 1   | 1  | 0.2 | 0   | population: 1 is not a whole number from 2",
                "10 | 4  | 10 | 1 | 1   | 1  | 0.2 | 0   | elite: 10 is not a whole number from 0 to 9",
                "10 | 4  | -1 | 1 | 1   | 1  | 0.2 | 0   | elite: -1 is not a whole number from 0 to 9",
                "10 | 0  | 1  | 1 | 1   | 1  | 0.2 | 0   | children: 0 is not a whole number from 1 to 9",
                "10 | 9  | 2  | 1 | 1   | 1  | 0.2 | 0   | children: 9 is not a whole number from 1 to 8",
                "10 | 10 | 0  | 1 | 1   | 1  | 0.2 | 0   | children: 10 is not a whole number from 1 to 9",
                "10 | 4  | 1  | 0 | 1   | 1  | 0.2 | 0   | tournament: 0 is not a whole number from 1",
                "10 | 4  | 1  | 1 | 1.1 | 1  | 0.2 | 0   | crossover: 1.1 is not a number from 0 to 1",
                "10 | 4  | 1  | 1 | NaN | 1  | 0.2 | 0   | crossover: NaN is not a number from 0 to 1",
                "10 | 4  | 1  | 1 | 1   | -1 | 0.2 | 0   | mutations: -1 is not a whole number from 0",
                "10 | 4  | 1  | 1 | 1   | 1  | 0   | 0   | step: 0.0 is not a number above 0",
                "10 | 4  | 1  | 1 | 1   | 1  | 0.2 | -.1 | reset: -0.1 is not a number from 0 to 1"
            })
    void refuseWhatMakesNoSense(
            int population,
            int children,
            int elite,
            int tournament,
            double crossover,
            int mutations,
            double step,
            double reset,
            String message) {
        assertThatThrownBy(() -> settings(population, children, elite, tournament, crossover, mutations, step, reset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refuseANegativeWeightOfIndividuality() {
        assertThatThrownBy(() -> new Diversity(-0.75, Scaling.ABSOLUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("individuality: -0.75 is not a number from 0");
    }

    @Test
    void refuseARadiusBeyondTheScale() {
        assertThatThrownBy(() -> new Diversity(0, Scaling.ABSOLUTE, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sharing: 1.5 is not a number from 0 to 1");
    }

    @Test
    void refuseNoCandidates() {
        assertThatThrownBy(() -> new Screening(0, 0, 100, Acquisition.TURNS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("candidates: 0 is not a whole number from 1");
    }

    @Test
    void mayReplaceAllButOne() {
        assertThat(settings(2, 1, 1, 1, 0, 0, 0.1, 1).children()).isEqualTo(1);
    }
}
