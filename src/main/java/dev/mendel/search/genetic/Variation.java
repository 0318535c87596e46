package dev.mendel.search.genetic;

import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import io.jenetics.Genotype;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes a candidate of two parents: uniform crossover, mutation of active hyperparameters, and, where
/// duplicates are rejected, more and more mutation until it means something new. What breaks a rule of the space is
/// rejected like a duplicate, also where these are kept.
final class Variation {
    /// After this many rejected in a row a child is mutated in one place more.
    private static final int PATIENCE = 4;
    /// After this many rejected in a row a child is replaced by a newcomer drawn at random.
    private static final int MUTATED_TRIES = 20;
    /// After this many duplicates in all the space is taken to be used up, and a duplicate is let live.
    private static final int TRIES = 120;
    /// If a model chooses among candidates, numbers take steps down to this share of the largest: it finds the
    /// direction, and needs candidates near by to follow it.
    private static final double FINEST = 0.05;

    private final SpaceCodec codec;
    private final EvolutionSettings settings;
    private final Mutation mutation;
    private final Experience experience;

    /// A full choice of values, and its parents; none if it was drawn at random.
    record Child(List<Value> values, List<Genotype<HyperparameterGene>> parents) {}

    Variation(SpaceCodec codec, EvolutionSettings settings, Experience experience) {
        this.codec = codec;
        this.settings = settings;
        this.mutation =
                new Mutation(settings.step(), settings.screening().candidates() > 1 ? FINEST : 1, settings.reset());
        this.experience = experience;
    }

    /// A full choice of values drawn at random that keeps the rules, new if duplicates are rejected and there is
    /// anything new.
    List<Value> newcomer(Set<Configuration> siblings, RandomGenerator random) {
        List<Value> drawn = codec.space().sample(random);
        for (int i = 0; i < TRIES && rejected(drawn, siblings); i++) {
            drawn = codec.space().sample(random);
        }
        return drawn;
    }

    /// A candidate of two parents, or of the first alone; a newcomer where everything they could have is known.
    Child child(
            Genotype<HyperparameterGene> mother,
            Genotype<HyperparameterGene> father,
            Set<Configuration> siblings,
            RandomGenerator random) {
        boolean both = random.nextDouble() < settings.crossover();
        List<Value> crossed = both ? cross(codec.values(mother), codec.values(father), random) : codec.values(mother);
        List<Value> child = mutate(crossed, settings.mutations(), random);
        for (int tries = 1; tries < MUTATED_TRIES && rejected(child, siblings); tries++) {
            child = mutate(crossed, Math.max(1, settings.mutations()) + tries / PATIENCE, random);
        }
        return rejected(child, siblings)
                ? new Child(newcomer(siblings, random), List.of())
                : new Child(child, both ? List.of(mother, father) : List.of(mother));
    }

    /// Values of which one was mutated; they may break a rule.
    List<Value> mutant(List<Value> values, RandomGenerator random) {
        return mutate(values, 1, random);
    }

    /// Values of which some were changed by a small step: one as often as two or three, or four to seven. They may
    /// break a rule.
    ///
    /// @param reach the standard deviation of the steps, on scales from 0 to 1
    List<Value> step(List<Value> values, double reach, RandomGenerator random) {
        SearchSpace space = codec.space();
        Configuration configuration = space.canonical(values);
        var active = new ArrayList<>(IntStream.range(0, values.size())
                .filter(i -> configuration.has(space.hyperparameters().get(i).name()))
                .boxed()
                .toList());
        int count = (int) StrictMath.pow(active.size() + 1, random.nextDouble());
        var steps = new Mutation(reach, 1, 0);
        var moved = new ArrayList<>(values);
        for (int i = 0; i < count && !active.isEmpty(); i++) {
            Collections.swap(active, random.nextInt(active.size()), active.size() - 1);
            int place = active.removeLast();
            moved.set(place, steps.mutate(space.hyperparameters().get(place), values.get(place), random));
        }
        return moved;
    }

    private boolean rejected(List<Value> values, Set<Configuration> siblings) {
        boolean keep = settings.duplicates() == Duplicates.KEEP;
        if (keep && codec.space().rules().isEmpty()) {
            return false;
        }
        Configuration configuration = codec.space().canonical(values);
        return !codec.space().allows(configuration)
                || (!keep && (experience.has(configuration) || siblings.contains(configuration)));
    }

    private static List<Value> cross(List<Value> mother, List<Value> father, RandomGenerator random) {
        var child = new ArrayList<Value>();
        for (int i = 0; i < mother.size(); i++) {
            child.add(random.nextBoolean() ? mother.get(i) : father.get(i));
        }
        return child;
    }

    /// The values with as many different active ones changed; all of them if there are fewer.
    private List<Value> mutate(List<Value> values, int count, RandomGenerator random) {
        SearchSpace space = codec.space();
        var mutated = new ArrayList<>(values);
        var changed = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            Configuration configuration = space.canonical(mutated);
            List<Hyperparameter> open = space.hyperparameters().stream()
                    .filter(each -> configuration.has(each.name()) && !changed.contains(each.name()))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            Hyperparameter chosen = open.get(random.nextInt(open.size()));
            int place = space.hyperparameters().indexOf(chosen);
            mutated.set(place, mutation.mutate(chosen, mutated.get(place), random));
            changed.add(chosen.name());
        }
        return mutated;
    }
}
