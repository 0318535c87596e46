package dev.mendel.search.genetic;

import dev.mendel.search.genetic.EvolutionSettings.Screening;

/// The usual settings, but for how many evaluations the surroundings of the best are learnt from.
public final class NearSettings {
    private NearSettings() {}

    public static EvolutionSettings of(int near) {
        EvolutionSettings usual = EvolutionSettings.defaults();
        Screening screening = usual.screening();
        return new EvolutionSettings(
                usual.population(),
                usual.children(),
                usual.elite(),
                usual.tournament(),
                usual.crossover(),
                usual.mutations(),
                usual.step(),
                usual.reset(),
                usual.duplicates(),
                usual.diversity(),
                new Screening(
                        screening.candidates(),
                        screening.newcomers(),
                        screening.trials(),
                        screening.acquisition(),
                        near));
    }
}
