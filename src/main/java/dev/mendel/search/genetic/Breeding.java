package dev.mendel.search.genetic;

import dev.mendel.search.genetic.Variation.Child;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.space.Configuration;
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
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Breeds candidates for each child, of two parents each. Of a child's candidates the most promising is taken;
/// the first if there is no model.
final class Breeding implements Alterer<HyperparameterGene, Fitness> {
    /// Of so many steps of a climb one changes a single value as a mutation does.
    private static final int MUTATION_EVERY = 2;
    /// So many are drawn at random, of which the one farthest from all that is known is taken; fewer where more
    /// than [#COMPARED] distances would have to be measured.
    private static final int NEWCOMERS = 64;

    private static final int COMPARED = 32_000;

    private final SpaceCodec codec;
    private final EvolutionSettings settings;
    private final Experience experience;
    private final Variation variation;
    private final Climb climb;
    private final Runnable requireOpen;
    private final IdentityHashMap<Genotype<HyperparameterGene>, List<Genotype<HyperparameterGene>>> parents =
            new IdentityHashMap<>();

    private List<List<Value>> given = List.of();

    /// @param experience the run's evaluations so far; asked whenever children are bred
    /// @param requireOpen called before each child; throws if the search has to end
    Breeding(SpaceCodec codec, EvolutionSettings settings, Experience experience, Runnable requireOpen) {
        this.codec = codec;
        this.settings = settings;
        this.experience = experience;
        this.requireOpen = requireOpen;
        this.variation = new Variation(codec, settings, experience);
        this.climb = new Climb(codec.space(), variation, experience, MUTATION_EVERY);
    }

    /// Sets what takes the place of the first children that are bred next; no more than there are children.
    void give(List<List<Value>> values) {
        given = List.copyOf(values);
    }

    @Override
    public AltererResult<HyperparameterGene, Fitness> alter(
            Seq<Phenotype<HyperparameterGene, Fitness>> pool, long generation) {
        RandomGenerator random = RandomRegistry.random();
        var children = new ArrayList<Phenotype<HyperparameterGene, Fitness>>();
        var siblings = new HashSet<Configuration>();
        Optional<Nearby> nearby =
                experience.place(Math.toIntExact(generation)).map(place -> nearby(place, pool, random));
        Optional<Prospects> unknown = experience.unknown(Math.toIntExact(generation));
        Optional<Prospects> prospects =
                nearby.map(Nearby::prospects).or(() -> unknown).or(experience::prospects);
        int couples = settings.screening().bred();
        parents.clear();
        for (int i = 0; i < pool.length(); i += 2 * couples) {
            requireOpen.run();
            var group = pool.subSeq(i, i + 2 * couples);
            Child child = children.size() < given.size()
                    ? new Child(given.get(children.size()), List.of())
                    : prospects
                            .map(known -> nearby.flatMap(place -> place.child(known, siblings, random))
                                    .orElseGet(() -> unknown.isPresent()
                                            ? mostPromising(newcomers(siblings, random), known)
                                            : promising(group, known, siblings, random)))
                            .orElseGet(() -> candidate(group, 0, siblings, random));
            Configuration configuration = codec.space().canonical(child.values());
            siblings.add(configuration);
            prospects = prospects.map(known -> known.trying(configuration));
            Genotype<HyperparameterGene> genotype = codec.encode(child.values());
            parents.put(genotype, child.parents());
            children.add(Phenotype.of(genotype, generation));
        }
        return new AltererResult<>(ISeq.of(children), children.size());
    }

    /// As [Variation#newcomer].
    List<Value> newcomer(Set<Configuration> siblings, RandomGenerator random) {
        return variation.newcomer(siblings, random);
    }

    /// The parents of a child that was bred last; none of any other member of a population.
    List<Genotype<HyperparameterGene>> parents(Genotype<HyperparameterGene> child) {
        return parents.getOrDefault(child, List.of());
    }

    /// @param pool whose member is the parent, if the place is one's
    private Nearby nearby(
            Experience.Place place, Seq<Phenotype<HyperparameterGene, Fitness>> pool, RandomGenerator random) {
        List<Genotype<HyperparameterGene>> parents = pool.stream()
                .map(Phenotype::genotype)
                .filter(each -> codec.space().canonical(codec.values(each)).equals(place.center()))
                .limit(1)
                .toList();
        var center = new Child(codec.space().complete(place.center().values(), random), parents);
        return new Nearby(center, place, codec.space(), variation, experience);
    }

    private List<Child> newcomers(Set<Configuration> siblings, RandomGenerator random) {
        return IntStream.range(0, Math.clamp(COMPARED / (1 + experience.size()), 2, NEWCOMERS))
                .mapToObj(_ -> new Child(variation.newcomer(siblings, random), List.of()))
                .toList();
    }

    private List<Child> candidates(
            Seq<Phenotype<HyperparameterGene, Fitness>> pool, Set<Configuration> siblings, RandomGenerator random) {
        var candidates = new ArrayList<Child>();
        for (int i = 0; i < pool.length(); i += 2) {
            candidates.add(candidate(pool, i, siblings, random));
        }
        while (candidates.size() < settings.screening().candidates()) {
            candidates.add(new Child(variation.newcomer(siblings, random), List.of()));
        }
        return candidates;
    }

    private Child candidate(
            Seq<Phenotype<HyperparameterGene, Fitness>> pool,
            int first,
            Set<Configuration> siblings,
            RandomGenerator random) {
        return variation.child(pool.get(first).genotype(), pool.get(first + 1).genotype(), siblings, random);
    }

    /// The most promising candidate. With several objectives the child is what is found by climbing from there:
    /// what a front lacks is narrow, and candidates are rarely in it by chance.
    private Child promising(
            Seq<Phenotype<HyperparameterGene, Fitness>> group,
            Prospects prospects,
            Set<Configuration> siblings,
            RandomGenerator random) {
        Child best = mostPromising(candidates(group, siblings, random), prospects);
        if (!experience.isOfFronts()) {
            return best;
        }
        double promise = prospects.promise(codec.space().canonical(best.values()));
        return climb.from(best.values(), promise, settings.step(), prospects, siblings, random)
                .map(values -> new Child(values, best.parents()))
                .orElse(best);
    }

    /// Of equals the first.
    private Child mostPromising(List<Child> candidates, Prospects prospects) {
        Child best = candidates.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Child candidate : candidates) {
            double promise = prospects.promise(codec.space().canonical(candidate.values()));
            if (promise > most) {
                most = promise;
                best = candidate;
            }
        }
        return best;
    }
}
