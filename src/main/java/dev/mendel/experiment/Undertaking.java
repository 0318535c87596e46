package dev.mendel.experiment;

import dev.mendel.search.Budget;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.grid.Shuffled;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Seed;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// What can be done with an experiment; its name is part of the names of runs.
public enum Undertaking {
    /// Bred configurations, scored by cross-validation.
    EVOLUTION("genetic"),
    /// All configurations of the grid, or those that the experiment names, scored by cross-validation.
    GRID("grid"),
    /// The same configurations in an order that the run's seed decides.
    SHUFFLED_GRID("shuffled-grid"),
    /// Configurations drawn at random, scored by cross-validation.
    RANDOM("random"),
    /// All configurations of the grid, or those that the experiment names, each trained in rounds of fresh
    /// pairs.
    ROUNDS("rounds");

    /// Grids of more points than this power of two are too large to be shuffled.
    public static final int MOST_BITS_TO_SHUFFLE = 62;

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
    public static Undertaking of(String word) {
        return Arrays.stream(values())
                .filter(undertaking -> undertaking.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + ": no such strategy"));
    }

    /// Whether it goes through points that are there from the beginning.
    public boolean visitsPoints() {
        return switch (this) {
            case GRID, SHUFFLED_GRID, ROUNDS -> true;
            case EVOLUTION, RANDOM -> false;
        };
    }

    /// How it asks for trials.
    ///
    /// @param seed the run's
    SearchStrategy strategy(Experiment experiment, Seed seed) {
        return switch (this) {
            case EVOLUTION -> new GeneticSearch(experiment.evolution());
            case RANDOM ->
                new RandomSearch(isLimited(experiment.budget()) ? Budget.UNLIMITED : experiment.mostTrials());
            case SHUFFLED_GRID -> new GridSearch(word, shuffled(experiment, seed));
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
            case RANDOM -> (double) mostDrawn(experiment);
            case GRID, SHUFFLED_GRID, ROUNDS ->
                Math.min(points(experiment).doubleValue(), (double)
                        experiment.budget().trials());
        };
    }

    /// How many different points there are to be visited.
    public static BigInteger points(Experiment experiment) {
        List<Configuration> named = experiment.configurations();
        return named.isEmpty() ? experiment.space().gridSize() : BigInteger.valueOf(named.size());
    }

    /// As many as are allowed; where nothing but generations is limited, as many as an evolution could come to.
    private static long mostDrawn(Experiment experiment) {
        Budget budget = experiment.budget();
        return isLimited(budget) ? budget.trials() : experiment.mostTrials();
    }

    private static boolean isLimited(Budget budget) {
        return budget.trials() != Budget.UNLIMITED || !budget.time().equals(Budget.FOREVER);
    }

    private static Shuffled shuffled(Experiment experiment, Seed seed) {
        List<Configuration> named = experiment.configurations();
        SearchSpace space = experiment.space();
        return new Shuffled(
                points(experiment).longValueExact(),
                named.isEmpty() ? space.gridPlaces() : place -> named.get((int) place),
                seed);
    }
}
