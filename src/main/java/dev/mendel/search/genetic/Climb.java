package dev.mendel.search.genetic;

import dev.mendel.search.surrogate.Prospects;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Finds what a model promises most by climbing: rounds of steps, each round from the most promising place so
/// far, and shorter.
///
/// @param every of so many steps one changes a single value as a mutation does, the others some
record Climb(SearchSpace space, Variation variation, Experience experience, int every) {
    private static final int ROUNDS = 8;
    private static final int STEPS = 16;

    private static final double SHORTER = 0.7;
    /// The least length of a round's steps, as a share of the largest.
    private static final double FINEST = 0.1;

    /// The most promising values found; empty if all were known, or none promised more than asked for.
    ///
    /// @param start where the first round begins
    /// @param least what has to be promised more than
    /// @param length of the first round's steps, at most
    Optional<List<Value>> from(
            List<Value> start,
            double least,
            double length,
            Prospects prospects,
            Set<Configuration> siblings,
            RandomGenerator random) {
        List<Value> best = null;
        double most = least;
        double reach = length;
        for (int round = 0; round < ROUNDS; round++) {
            List<Value> from = best == null ? start : best;
            for (int i = 0; i < STEPS; i++) {
                List<Value> values = i % every == every - 1
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
        return Optional.ofNullable(best);
    }
}
