package dev.mendel.search.genetic;

import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes candidates for children of two parents each: uniform crossover, mutation of active hyperparameters,
/// and, where duplicates are rejected, more and more mutation until the candidate means something new. Of a
/// child's candidates the most promising is taken; where nothing tells what they promise, the first.
final class Breeding implements Alterer<HyperparameterGene, Fitness> {
    /// After this many duplicates in a row a child is mutated in one place more.
    private static final int PATIENCE = 4;
    /// After this many duplicates in a row a child is replaced by a newcomer drawn at random.
    private static final int MUTATED_TRIES = 20;
    /// After this many duplicates in all the space is taken to be used up, and a duplicate is let live.
    private static final int TRIES = 120;

    private final SpaceCodec codec;
    private final EvolutionSettings settings;
    private final Mutation mutation;
    private final Experience experience;

    /// @param experience what the run knows; asked whenever children are bred
    Breeding(SpaceCodec codec, EvolutionSettings settings, Experience experience) {
        this.codec = codec;
        this.settings = settings;
        this.mutation = new Mutation(settings.step(), settings.reset());
        this.experience = experience;
    }

    @Override
    public AltererResult<HyperparameterGene, Fitness> alter(
            Seq<Phenotype<HyperparameterGene, Fitness>> parents, long generation) {
        RandomGenerator random = RandomRegistry.random();
        var children = new ArrayList<Phenotype<HyperparameterGene, Fitness>>();
        var siblings = new HashSet<Configuration>();
        Optional<Prospects> prospects = experience.prospects();
        int couples = settings.screening().bred();
        for (int i = 0; i < parents.length(); i += 2 * couples) {
            var group = parents.subSeq(i, i + 2 * couples);
            List<Value> child = prospects
                    .map(known -> mostPromising(candidates(group, siblings, random), known))
                    .orElseGet(() -> child(group, 0, siblings, random));
            Configuration configuration = codec.space().canonical(child);
            siblings.add(configuration);
            prospects = prospects.map(known -> known.trying(configuration));
            children.add(Phenotype.of(codec.encode(child), generation));
        }
        return new AltererResult<>(ISeq.of(children), children.size());
    }

    /// A full choice of values drawn at random, new if duplicates are rejected and there is anything new.
    List<Value> newcomer(Set<Configuration> siblings, RandomGenerator random) {
        List<Value> drawn = codec.space().sample(random);
        for (int i = 0; i < TRIES && rejected(drawn, siblings); i++) {
            drawn = codec.space().sample(random);
        }
        return drawn;
    }

    private List<List<Value>> candidates(
            Seq<Phenotype<HyperparameterGene, Fitness>> parents, Set<Configuration> siblings, RandomGenerator random) {
        var candidates = new ArrayList<List<Value>>();
        for (int i = 0; i < parents.length(); i += 2) {
            candidates.add(child(parents, i, siblings, random));
        }
        while (candidates.size() < settings.screening().candidates()) {
            candidates.add(newcomer(siblings, random));
        }
        return candidates;
    }

    private List<Value> child(
            Seq<Phenotype<HyperparameterGene, Fitness>> parents,
            int first,
            Set<Configuration> siblings,
            RandomGenerator random) {
        return child(
                codec.values(parents.get(first).genotype()),
                codec.values(parents.get(first + 1).genotype()),
                siblings,
                random);
    }

    /// Of equals the first.
    private List<Value> mostPromising(List<List<Value>> candidates, Prospects prospects) {
        List<Value> best = candidates.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (List<Value> candidate : candidates) {
            double promise = prospects.promise(codec.space().canonical(candidate));
            if (promise > most) {
                most = promise;
                best = candidate;
            }
        }
        return best;
    }

    private List<Value> child(
            List<Value> mother, List<Value> father, Set<Configuration> siblings, RandomGenerator random) {
        List<Value> crossed = random.nextDouble() < settings.crossover() ? cross(mother, father, random) : mother;
        List<Value> child = mutate(crossed, settings.mutations(), random);
        for (int tries = 1; tries < MUTATED_TRIES && rejected(child, siblings); tries++) {
            child = mutate(crossed, Math.max(1, settings.mutations()) + tries / PATIENCE, random);
        }
        return rejected(child, siblings) ? newcomer(siblings, random) : child;
    }

    private boolean rejected(List<Value> values, Set<Configuration> siblings) {
        if (settings.duplicates() == Duplicates.KEEP) {
            return false;
        }
        Configuration configuration = codec.space().canonical(values);
        return experience.has(configuration) || siblings.contains(configuration);
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
