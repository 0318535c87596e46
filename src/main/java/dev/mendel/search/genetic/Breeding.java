package dev.mendel.search.genetic;

import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes one child of each two parents: uniform crossover, mutation of active hyperparameters, and, where
/// duplicates are rejected, more and more mutation until the child means something new.
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
    private final Set<Configuration> asked;
    private final Map<Genotype<HyperparameterGene>, List<Genotype<HyperparameterGene>>> parents =
            new IdentityHashMap<>();

    /// A child, and whom it has its values from.
    private record Child(List<Value> values, List<Genotype<HyperparameterGene>> parents) {}

    /// @param asked the configurations that the run has asked for; read whenever children are bred
    Breeding(SpaceCodec codec, EvolutionSettings settings, Set<Configuration> asked) {
        this.codec = codec;
        this.settings = settings;
        this.mutation = new Mutation(settings.step(), settings.reset());
        this.asked = asked;
    }

    @Override
    public AltererResult<HyperparameterGene, Fitness> alter(
            Seq<Phenotype<HyperparameterGene, Fitness>> parents, long generation) {
        RandomGenerator random = RandomRegistry.random();
        var children = new ArrayList<Phenotype<HyperparameterGene, Fitness>>();
        var siblings = new HashSet<Configuration>();
        this.parents.clear();
        for (int i = 0; i < parents.length(); i += 2) {
            Child child = child(parents.get(i).genotype(), parents.get(i + 1).genotype(), siblings, random);
            Genotype<HyperparameterGene> genotype = codec.encode(child.values());
            siblings.add(codec.space().canonical(child.values()));
            this.parents.put(genotype, child.parents());
            children.add(Phenotype.of(genotype, generation));
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

    /// The parents of a child that was bred last; none of any other member of a population.
    List<Genotype<HyperparameterGene>> parents(Genotype<HyperparameterGene> child) {
        return parents.getOrDefault(child, List.of());
    }

    private Child child(
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

    private boolean rejected(List<Value> values, Set<Configuration> siblings) {
        if (settings.duplicates() == Duplicates.KEEP) {
            return false;
        }
        Configuration configuration = codec.space().canonical(values);
        return asked.contains(configuration) || siblings.contains(configuration);
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
