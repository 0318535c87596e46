package dev.mendel.run;

import dev.mendel.search.surrogate.Acquisition;
import dev.mendel.search.surrogate.Surrogate;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/// The order of a run's trials by what a model of all of them believes, in place of their scores: among many
/// noisy scores the best one is a lucky one.
public final class Believed {
    private Believed() {}

    /// The finished trials, best first.
    public static List<Evaluation> best(StoredRun run, SearchSpace space) {
        var model = new Surrogate(space, Acquisition.TURNS, 1);
        var finished = new LinkedHashMap<Configuration, Evaluation>();
        for (StoredTrial stored : run.trials()) {
            Configuration configuration = stored.trial().configuration();
            switch (stored.outcome().orElse(null)) {
                case Outcome.Finished outcome -> {
                    model.learn(configuration, List.of(), OptionalDouble.of(outcome.mean()));
                    finished.put(configuration, new Evaluation(stored.trial(), stored.generation(), outcome));
                }
                case Outcome.Failed _ ->
                    model.learn(configuration, List.of(), OptionalDouble.of(Double.NEGATIVE_INFINITY));
                case null, default -> {}
            }
        }
        return model.believed().stream()
                .map(finished::get)
                .map(Objects::requireNonNull)
                .toList();
    }
}
