package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.search.Budget;
import dev.mendel.search.Race;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.grid.Shuffled;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Seed;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.StreamSupport;

/// The plan by which a run of some kind carries out an experiment.
public record RunPlan(RunKind kind, Experiment experiment) {
    /// Grids of more points than this power of two are too large to be shuffled.
    public static final int MOST_BITS_TO_SHUFFLE = 62;

    /// The strategy that asks for its trials.
    ///
    /// @param seed the run's
    SearchStrategy strategy(Seed seed) {
        return switch (kind) {
            case EVOLUTION -> new GeneticSearch(experiment.evolution());
            case RANDOM ->
                new RandomSearch(experiment.budget().isLimited() ? Budget.UNLIMITED : experiment.mostTrials());
            case SHUFFLED_GRID -> new GridSearch(shuffled(seed));
            case GRID, ROUNDS ->
                new GridSearch(
                        experiment.configurations().isEmpty()
                                ? experiment.space().grid()
                                : experiment.configurations());
            case IMPORTED -> throw new IllegalStateException("an imported run asks for no trials");
        };
    }

    /// The race of its trials.
    ///
    /// @param objective that evaluates them
    public Race race(Objective objective) {
        Guarded guarded = Guarded.of(objective);
        return kind == RunKind.ROUNDS || kind == RunKind.IMPORTED
                ? Race.NONE
                : experiment.stopping().race(guarded.folds(), guarded.epochs());
    }

    /// The largest number of trials that it can come to.
    public double trials() {
        return switch (kind) {
            case EVOLUTION -> (double) experiment.mostTrials();
            // where only generations are limited, as many as an evolution could come to
            case RANDOM ->
                (double) (experiment.budget().isLimited() ? experiment.budget().trials() : experiment.mostTrials());
            case GRID, SHUFFLED_GRID, ROUNDS ->
                Math.min(points().doubleValue(), (double) experiment.budget().trials());
            case IMPORTED -> 0;
        };
    }

    /// How many folds there are to be evaluated at once, at most: an evolution's children are bred of the
    /// generation before.
    ///
    /// @param objective that evaluates them
    public int width(Objective objective) {
        EvolutionSettings evolution = experiment.evolution();
        Race race = race(objective);
        int children = race.isOn() ? evolution.racing() * race.entries() : evolution.children();
        double trials = kind == RunKind.EVOLUTION ? children : trials();
        return (int) Math.min(trials * Guarded.of(objective).folds(), Integer.MAX_VALUE);
    }

    /// Whether the number of different points is exact; else it is what they are at most.
    public boolean isCounted() {
        return !experiment.configurations().isEmpty() || experiment.space().isGridCounted();
    }

    /// The number of different points to be visited.
    public BigInteger points() {
        List<Configuration> named = experiment.configurations();
        return named.isEmpty() ? experiment.space().gridSize() : BigInteger.valueOf(named.size());
    }

    private Iterable<Configuration> shuffled(Seed seed) {
        List<Configuration> named = experiment.configurations();
        if (!named.isEmpty()) {
            return new Shuffled(named.size(), place -> named.get((int) place), seed);
        }
        // the order of a grid without rules, too, has all that keeps them
        SearchSpace space = experiment.space();
        SearchSpace numbered = space.isGridCounted() ? space : space.withoutRules();
        var all = new Shuffled(numbered.gridSize().longValueExact(), numbered.gridPlaces(), seed);
        return () -> StreamSupport.stream(all.spliterator(), false)
                .filter(space::allows)
                .iterator();
    }
}
