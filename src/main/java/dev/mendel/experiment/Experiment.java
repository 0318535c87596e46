package dev.mendel.experiment;

import dev.mendel.search.Budget;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Seed;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The content of an experiment file, complete and checked. Immutable; made by `experiment.file`.
///
/// @param name letters, digits and `-`; part of the names of run directories
/// @param description one line for people, or empty
/// @param objective the objective to optimise
/// @param initial configurations of the first population, each by name and perhaps incomplete; no more than the
///     population has room for
/// @param enqueued configurations that take the place of children in later generations
/// @param configurations the configurations to try instead of the grid, except by a search; empty for the grid
/// @param reported results that others reported of configurations of the space
/// @param stopping how trials are given up that will not win
/// @param goals what trials are judged by beside their scores
/// @param precautions against evaluations that fail
/// @param text the file as the user wrote it; two experiments that differ only here mean the same
public record Experiment(
        String name,
        String description,
        ObjectiveSettings objective,
        SearchSpace space,
        List<Map<String, Value>> initial,
        List<Enqueued> enqueued,
        List<Configuration> configurations,
        List<Reported> reported,
        EvolutionSettings evolution,
        Budget budget,
        Stopping stopping,
        Goals goals,
        Precautions precautions,
        Seed seed,
        String text) {
    private static final int LONGEST_NAME = 64;
    private static final String RETEST = "-retest";

    public Experiment {
        initial = initial.stream()
                .<Map<String, Value>>map(values -> Collections.unmodifiableMap(new LinkedHashMap<>(values)))
                .toList();
        enqueued = List.copyOf(enqueued);
        configurations = List.copyOf(configurations);
        reported = List.copyOf(reported);
    }

    /// This experiment as read from another text.
    public Experiment withText(String other) {
        return with(objective, initial, enqueued, budget, other);
    }

    /// This experiment with other configurations in the first population.
    public Experiment withInitial(List<Map<String, Value>> other) {
        return with(objective, other, enqueued, budget, text);
    }

    /// This experiment with another objective.
    public Experiment withObjective(ObjectiveSettings other) {
        return with(other, initial, enqueued, budget, text);
    }

    /// This experiment with other limits.
    public Experiment withBudget(Budget other) {
        return with(objective, initial, enqueued, other, text);
    }

    /// This experiment with other precautions.
    public Experiment withPrecautions(Precautions other) {
        return new Experiment(
                name,
                description,
                objective,
                space,
                initial,
                enqueued,
                configurations,
                reported,
                evolution,
                budget,
                stopping,
                goals,
                other,
                seed,
                text);
    }

    /// This experiment with other configurations that take the place of children.
    public Experiment withEnqueued(List<Enqueued> other) {
        return with(objective, initial, other, budget, text);
    }

    private Experiment with(
            ObjectiveSettings otherObjective,
            List<Map<String, Value>> otherInitial,
            List<Enqueued> otherEnqueued,
            Budget otherBudget,
            String otherText) {
        return new Experiment(
                name,
                description,
                otherObjective,
                space,
                otherInitial,
                otherEnqueued,
                configurations,
                reported,
                evolution,
                otherBudget,
                stopping,
                goals,
                precautions,
                seed,
                otherText);
    }

    /// The configurations that take the place of children, by generation.
    public Map<Integer, List<Map<String, Value>>> enqueuedByGeneration() {
        return enqueued.stream()
                .collect(Collectors.groupingBy(
                        Enqueued::generation, Collectors.mapping(Enqueued::values, Collectors.toList())));
    }

    /// The name of retests of this experiment.
    public String retestName() {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - RETEST.length())) + RETEST;
    }

    /// Some of this experiment's configurations, to be tried once more: pairs under other folds, anything else
    /// with other seeds.
    ///
    /// @param folds how many the pairs are dealt into, or how often anything else is evaluated
    /// @param rounds how many rounds of fresh pairs
    /// @param race whether they race over the folds, half of them going on after two, four, eight and so on;
    /// only
    ///     where scores alone count
    public Experiment retest(List<Configuration> chosen, int folds, int rounds, boolean race) {
        return new Experiment(
                retestName(),
                description,
                objective.again(folds, rounds),
                space,
                initial,
                List.of(),
                chosen,
                reported,
                evolution,
                Budget.NONE.withTrials(chosen.size()),
                race ? Stopping.halving(folds) : Stopping.NONE,
                goals,
                precautions,
                objective.seedAgain(seed),
                text);
    }

    /// The direction in which the objective's values are better.
    public Direction direction() {
        return objective.direction();
    }

    /// The number of different configurations that an evolution can come to try; [Budget#UNLIMITED] where only
    /// time or its findings end it.
    public long mostTrials() {
        double bred = evolution.population()
                + (double) (stopping.on() ? 2 * evolution.racing() : evolution.children()) * budget.generations();
        double different = space.size().map(BigInteger::doubleValue).orElse(Double.POSITIVE_INFINITY);
        return (long) Math.min(Math.min(bred, different), (double) budget.trials());
    }
}
