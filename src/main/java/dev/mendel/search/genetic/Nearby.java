package dev.mendel.search.genetic;

import dev.mendel.search.genetic.Experience.Place;
import dev.mendel.search.genetic.Variation.Child;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Children near a place, found by climbing what a model of its surroundings promises: rounds of steps, each
/// round from the most promising place so far, and shorter.
final class Nearby {
    private static final int ROUNDS = 8;
    private static final int STEPS = 16;
    /// Of so many steps one changes a single value as a mutation does, the others some.
    private static final int MUTATION_EVERY = 4;

    private static final double SHORTER = 0.7;
    /// The least length of a round's steps, as a share of the largest.
    private static final double FINEST = 0.1;

    private final Child center;
    private final Place place;
    private final SearchSpace space;
    private final Variation variation;
    private final Experience experience;

    /// @param center the values at the place, and whose they are
    Nearby(Child center, Place place, SearchSpace space, Variation variation, Experience experience) {
        this.center = center;
        this.place = place;
        this.space = space;
        this.variation = variation;
        this.experience = experience;
    }

    /// What the model of the surroundings promises.
    Prospects prospects() {
        return place.prospects();
    }

    /// The most promising child found; empty if all were known or broke a rule.
    ///
    /// @param prospects the model's, siblings taken into account
    Optional<Child> child(Prospects prospects, Set<Configuration> siblings, RandomGenerator random) {
        List<Value> best = null;
        double most = Double.NEGATIVE_INFINITY;
        double reach = place.length();
        for (int round = 0; round < ROUNDS; round++) {
            List<Value> from = best == null ? center.values() : best;
            for (int i = 0; i < STEPS; i++) {
                List<Value> values = i % MUTATION_EVERY == MUTATION_EVERY - 1
                        ? variation.mutant(from, random)
                        : variation.step(from, reach * StrictMath.pow(FINEST, random.nextDouble()), random);
                Configuration configuration = space.canonical(values);
                if (experience.has(configuration) || siblings.contains(configuration) || !space.allows(configuration)) {
                    continue;
                }
                double promise = prospects.promise(configuration);
                if (promise > most) {
                    most = promise;
                    best = values;
                }
            }
            reach *= SHORTER;
        }
        return Optional.ofNullable(best).map(values -> new Child(values, center.parents()));
    }
}
