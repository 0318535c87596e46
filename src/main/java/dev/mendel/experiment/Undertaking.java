package dev.mendel.experiment;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
import java.util.Arrays;

/// What can be done with an experiment; its name is part of the names of runs.
public enum Undertaking {
    /// Bred configurations, scored by cross-validation.
    EVOLUTION("genetic"),
    /// All configurations of the grid, or those that the experiment names, scored by cross-validation.
    GRID("grid"),
    /// The same configurations, each trained in rounds of fresh pairs.
    ROUNDS("rounds");

    private final String word;

    Undertaking(String word) {
        this.word = word;
    }

    /// As it stands in the names of runs.
    public String word() {
        return word;
    }

    /// The undertaking of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    static Undertaking of(String word) {
        return Arrays.stream(values())
                .filter(undertaking -> undertaking.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + ": no such strategy"));
    }

    /// How it asks for trials.
    SearchStrategy strategy(Experiment experiment) {
        return switch (this) {
            case EVOLUTION -> new GeneticSearch(experiment.evolution());
            case GRID, ROUNDS ->
                new GridSearch(
                        word,
                        experiment.configurations().isEmpty()
                                ? experiment.space().grid()
                                : experiment.configurations());
        };
    }

    /// How many trials it can come to.
    public double trials(Experiment experiment) {
        return switch (this) {
            case EVOLUTION -> (double) experiment.mostTrials();
            case GRID, ROUNDS ->
                Math.min(
                        experiment.configurations().isEmpty()
                                ? experiment.space().gridSize().doubleValue()
                                : experiment.configurations().size(),
                        (double) experiment.budget().trials());
        };
    }
}
