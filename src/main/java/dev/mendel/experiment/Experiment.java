package dev.mendel.experiment;

import dev.mendel.search.Budget;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an experiment file says, complete and checked. Immutable; made by [ExperimentReader].
///
/// @param name letters, digits and `-`; part of the names of run directories
/// @param description one line for people, or empty
/// @param objective what is to be made as good as possible
/// @param initial configurations of the first population, each by name and perhaps incomplete; no more than the
///     population has room for
/// @param text what the user wrote; two experiments that differ only here mean the same
public record Experiment(
        String name,
        String description,
        ObjectiveSettings objective,
        SearchSpace space,
        List<Map<String, Value>> initial,
        EvolutionSettings evolution,
        Budget budget,
        Seed seed,
        String text) {
    public Experiment {
        initial = initial.stream()
                .<Map<String, Value>>map(values -> Collections.unmodifiableMap(new LinkedHashMap<>(values)))
                .toList();
    }

    /// This experiment as a file, defaults of its own spelled out; reads back as an experiment that means the
    /// same.
    public String toYaml() {
        return ExperimentText.of(this);
    }

    /// This experiment as read from another text.
    public Experiment withText(String other) {
        return new Experiment(name, description, objective, space, initial, evolution, budget, seed, other);
    }

    /// This experiment with other limits.
    public Experiment withBudget(Budget other) {
        return new Experiment(name, description, objective, space, initial, evolution, other, seed, text);
    }

    /// How many different configurations an evolution can come to try.
    public long mostTrials() {
        double bred = evolution.population() + (double) evolution.children() * budget.generations();
        return (long) Math.min(bred, (double) budget.trials());
    }
}
