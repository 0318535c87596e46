package dev.mendel.search.genetic;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.Individual;
import dev.mendel.search.Search;
import dev.mendel.search.SearchEvent;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Standing;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.trial.Ending;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.util.List;

/// The genetic algorithm. Jenetics breeds; everything random in a generation derives from the run's seed and
/// the generation's number, so that a search that goes on from a checkpoint needs nothing but the checkpoint.
public record GeneticSearch(EvolutionSettings settings) implements SearchStrategy {
    @Override
    public Ending search(Search search) {
        requireFit(search);
        var experience = new Experience(search.space(), settings.screening(), search.race(), search.goals());
        Standing standing = search.standing();
        List<Evaluation> known = search.checkpoint().map(Checkpoint::known).orElse(List.of());
        known.forEach(experience::add);
        standing.add(known);
        var evolution = new Evolution(search, settings, experience);
        try {
            Generation generation = search.checkpoint().map(Checkpoint::last).orElse(null);
            if (generation == null) {
                generation = report(evolution.first(), search);
            }
            while (true) {
                List<Evaluation> newborn = newborn(generation);
                newborn.forEach(experience::add);
                standing.add(newborn);
                standing.requireWorking();
                if (generation.number() >= search.budget().generations()) {
                    return Ending.COMPLETE;
                }
                if (experience.isExhausted(generation.number())) {
                    return Ending.EXHAUSTED;
                }
                standing.requireOpen();
                search.evaluator().requireOpen();
                generation = report(evolution.next(generation), search);
            }
        } catch (SearchEndedException e) {
            return e.ending();
        }
    }

    /// Individuality and sharing are of one score.
    private void requireFit(Search search) {
        if (search.goals().several() && !settings.diversity().equals(Diversity.NONE)) {
            throw new IllegalArgumentException(
                    "evolution: individuality and sharing are for one objective; found several objectives");
        }
    }

    private static List<Evaluation> newborn(Generation generation) {
        return generation.population().stream()
                .filter(individual -> individual.born() == generation.number())
                .map(Individual::evaluation)
                .toList();
    }

    private static Generation report(Generation generation, Search search) {
        var summary = GenerationSummary.of(generation, search.space());
        search.observer().on(new SearchEvent.GenerationFinished(generation, summary));
        return generation;
    }
}
