package dev.mendel.search.genetic;

import dev.mendel.search.genetic.Experience.Place;
import dev.mendel.search.genetic.Variation.Child;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Children near a place, found by climbing what a model of its surroundings promises.
final class Nearby {
    /// Of so many steps one changes a single value as a mutation does, the others some.
    private static final int MUTATION_EVERY = 4;

    private final Child center;
    private final Place place;
    private final Climb climb;

    /// @param center the values at the place, and whose they are
    Nearby(Child center, Place place, SearchSpace space, Variation variation, Experience experience) {
        this.center = center;
        this.place = place;
        this.climb = new Climb(space, variation, experience, MUTATION_EVERY);
    }

    /// What the model of the surroundings promises.
    Prospects prospects() {
        return place.prospects();
    }

    /// The most promising child found; empty if all were known or broke a rule.
    ///
    /// @param prospects the model's, siblings taken into account
    Optional<Child> child(Prospects prospects, Set<Configuration> siblings, RandomGenerator random) {
        return climb.from(center.values(), Double.NEGATIVE_INFINITY, place.length(), prospects, siblings, random)
                .map(values -> new Child(values, center.parents()));
    }
}
