package dev.mendel.report;

import dev.mendel.search.Diversity;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoredRun;
import java.util.ArrayList;
import java.util.List;

/// A generation in numbers.
///
/// @param diversity of each hyperparameter, in the space's order; not a number where it takes part in no member
record GenerationView(GenerationSummary summary, List<Double> diversity) {

    static List<GenerationView> of(StoredRun run, SearchSpace space) {
        List<GenerationSummary> summaries = run.generations();
        List<Generation> populations = run.populations();
        var views = new ArrayList<GenerationView>();
        for (int i = 0; i < Math.min(summaries.size(), populations.size()); i++) {
            Generation population = populations.get(i);
            views.add(new GenerationView(
                    summaries.get(i),
                    space.hyperparameters().stream()
                            .map(hyperparameter -> Diversity.of(population.population(), hyperparameter)
                                    .orElse(Double.NaN))
                            .toList()));
        }
        return views;
    }
}
