package dev.mendel.external.script;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Trial;
import java.util.List;
import java.util.Optional;

/// The values that placeholders stand for in one evaluation: the hyperparameters that take part, and what is
/// known of the evaluation, under the names in [#FACTS]. No hyperparameter that has a place is called so.
///
/// @param repeat from 0
/// @param seed of this repeat, from 0 to 2³¹ − 1
/// @param worker that evaluates, from 1
public record Filling(Trial trial, int repeat, long seed, int worker) {
    /// The names of the evaluation itself, of its machine, and of all hyperparameters as a JSON object.
    public static final List<String> FACTS = List.of("trial", "repeat", "seed", "worker", "configuration");

    /// The name of the number of the worker.
    static final String WORKER = "worker";

    /// The value of a placeholder; empty for a hyperparameter that takes no part.
    Optional<Value> find(String name) {
        Configuration configuration = trial.configuration();
        return configuration.find(name).or(() -> switch (name) {
            case "trial" -> Optional.of(new Value.Whole(trial.id().number()));
            case "repeat" -> Optional.of(new Value.Whole(repeat));
            case "seed" -> Optional.of(new Value.Whole(seed));
            case WORKER -> Optional.of(new Value.Whole(worker));
            case "configuration" -> Optional.of(new Value.Text(configuration.json()));
            default -> Optional.empty();
        });
    }
}
