package dev.mendel.search.genetic;

import dev.mendel.search.Generation;
import dev.mendel.search.Individual;
import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.SearchEndedException;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// From one generation to the next: a Jenetics engine that runs on the calling thread.
final class Evolution {
    /// The share of the first population that goes on at a rung: newcomers are not as much alike as children.
    private static final double HALF = 1 / 2.0;

    /// The share of children that goes on.
    private static final double THIRD = 1 / 3.0;

    private final Search search;
    private final EvolutionSettings settings;
    private final Experience experience;
    private final SpaceCodec codec;
    private final Breeding breeding;
    private final PopulationEvaluator evaluator;
    /// One for each rung at which a heat may begin.
    private final List<Engine<HyperparameterGene, Fitness>> engines;

    Evolution(Search search, EvolutionSettings settings, Experience experience) {
        this.search = search;
        this.settings = settings;
        this.experience = experience;
        codec = new SpaceCodec(search.space());
        breeding = new Breeding(codec, settings, experience, search.evaluator()::requireOpen);
        evaluator = new PopulationEvaluator(codec, search.evaluator(), search.goals());
        engines = IntStream.range(0, search.race().entries())
                .mapToObj(this::engine)
                .toList();
    }

    /// The first population: the configurations the experiment wants tried, then newcomers.
    Generation first() {
        RandomGenerator random = random(0);
        SearchSpace space = search.space();
        var siblings = new HashSet<Configuration>();
        var population = new ArrayList<Phenotype<HyperparameterGene, Fitness>>();
        for (Map<String, Value> given : search.initial()) {
            add(space.complete(given, random), siblings, population);
        }
        while (population.size() < settings.population()) {
            add(breeding.newcomer(siblings, random), siblings, population);
        }
        evaluator.race(search.race().heat(0, HALF, search.goals()));
        return generation(0, evaluator.eval(ISeq.of(population)), ISeq.empty());
    }

    /// The generation after the given one.
    Generation next(Generation last) {
        int number = last.number() + 1;
        int entry = experience.earliest(engines.size());
        breeding.give(given(number));
        evaluator.race(search.race().heat(entry, THIRD, search.goals()));
        ISeq<Phenotype<HyperparameterGene, Fitness>> population =
                last.population().stream().map(this::phenotype).collect(ISeq.toISeq());
        EvolutionResult<HyperparameterGene, Fitness> result =
                RandomRegistry.with(random(number)).call(() -> evolved(entry, EvolutionStart.of(population, number)));
        return generation(number, result.population(), population);
    }

    private EvolutionResult<HyperparameterGene, Fitness> evolved(
            int entry, EvolutionStart<HyperparameterGene, Fitness> start) {
        try {
            return engines.get(entry).evolve(start);
        } catch (CompletionException e) {
            // the engine breeds in a future, on this thread
            throw e.getCause() instanceof SearchEndedException ended ? ended : e;
        }
    }

    /// The configurations that take the place of children, complete.
    private List<List<Value>> given(int generation) {
        RandomGenerator random = search.seed().derive("enqueued", generation).random();
        return search.enqueued().getOrDefault(generation, List.of()).stream()
                .map(values -> search.space().complete(values, random))
                .toList();
    }

    /// Where trials race, a generation has the more children the earlier they can be stopped, and all of the
    /// population live on with them.
    ///
    /// @param entry the place of the first rung at which some are stopped
    private Engine<HyperparameterGene, Fitness> engine(int entry) {
        Race race = search.race();
        int children = race.isOn() ? settings.racing() * (race.entries() - entry) : settings.children();
        int keep = race.isOn() ? settings.population() : population() - settings.children();
        Survivors survivors = search.goals().several()
                ? new Survivors(new FrontRanking(search.goals()), 0)
                : new Survivors(new Ranking(codec, settings.diversity()), settings.elite());
        Genotype<HyperparameterGene> template = codec.encode(search.space().sample(random(0)));
        return new Engine.Builder<>(evaluator, template)
                .populationSize(keep + children)
                .offspringSize(children)
                .survivorsSize(keep)
                .survivorsSelector(survivors)
                .offspringSelector(new MatingPool(survivors, settings, keep))
                .alterers(breeding)
                .optimize(Optimize.MAXIMUM)
                .maximalPhenotypeAge(Long.MAX_VALUE)
                .executor(Runnable::run)
                .build();
    }

    /// How many live at once, once so many are bred: a front has room for more than a best.
    private int population() {
        return settings.population() * (search.goals().several() ? 2 : 1);
    }

    private void add(
            List<Value> values, Set<Configuration> siblings, List<Phenotype<HyperparameterGene, Fitness>> population) {
        if (population.size() < settings.population()) {
            siblings.add(codec.space().canonical(values));
            population.add(Phenotype.of(codec.encode(values), 0));
        }
    }

    private Phenotype<HyperparameterGene, Fitness> phenotype(Individual individual) {
        return Phenotype.<HyperparameterGene, Fitness>of(codec.encode(individual.genotype()), individual.born())
                .withFitness(Fitness.of(individual.evaluation().outcome(), search.goals()));
    }

    private Generation generation(
            int number,
            ISeq<Phenotype<HyperparameterGene, Fitness>> population,
            ISeq<Phenotype<HyperparameterGene, Fitness>> before) {
        List<Evaluation> evaluations = evaluator.evaluate(population.asList());
        return new Generation(
                number,
                IntStream.range(0, population.length())
                        .mapToObj(i ->
                                new Individual(codec.values(population.get(i).genotype()), evaluations.get(i), (int)
                                        population.get(i).generation()))
                        .toList(),
                parents(population, before));
    }

    private List<List<Integer>> parents(
            ISeq<Phenotype<HyperparameterGene, Fitness>> population,
            ISeq<Phenotype<HyperparameterGene, Fitness>> before) {
        var places = new IdentityHashMap<Genotype<HyperparameterGene>, Integer>();
        for (int i = 0; i < before.length(); i++) {
            places.put(before.get(i).genotype(), i);
        }
        return population.stream()
                .map(member -> breeding.parents(member.genotype()).stream()
                        .map(parent -> Objects.requireNonNull(places.get(parent)))
                        .toList())
                .toList();
    }

    private RandomGenerator random(int generation) {
        return search.seed().derive("generation", generation).random();
    }
}
