package dev.mendel.report.run;

import dev.mendel.search.Diversity;
import dev.mendel.search.GenerationSummary;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoredIndividual;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A generation in numbers, with the objective's own values.
///
/// @param diversity of each hyperparameter, in the space's order; not a number where it takes part in no member
record GenerationView(GenerationSummary summary, List<Double> diversity) {

    static List<GenerationView> of(StoredRun run, List<Evaluation> evaluations, SearchSpace space) {
        Map<TrialId, Configuration> trials = evaluations.stream()
                .map(Evaluation::trial)
                .collect(Collectors.toMap(trial -> trial.id(), trial -> trial.configuration()));
        Map<Long, Configuration> individuals = run.individuals().stream()
                .filter(individual -> trials.containsKey(individual.trial()))
                .collect(Collectors.toMap(
                        StoredIndividual::number,
                        individual -> Objects.requireNonNull(trials.get(individual.trial()))));
        Direction direction = run.manifest().direction();
        List<GenerationSummary> summaries = run.generations();
        List<List<Long>> members = run.members();
        var views = new ArrayList<GenerationView>();
        for (int i = 0; i < Math.min(summaries.size(), members.size()); i++) {
            List<Configuration> population = members.get(i).stream()
                    .map(individuals::get)
                    .filter(Objects::nonNull)
                    .toList();
            views.add(new GenerationView(summaries.get(i).valued(direction), diversity(population, space)));
        }
        return views;
    }

    private static List<Double> diversity(List<Configuration> population, SearchSpace space) {
        return space.hyperparameters().stream()
                .map(hyperparameter -> Diversity.of(population, hyperparameter).orElse(Double.NaN))
                .toList();
    }
}
