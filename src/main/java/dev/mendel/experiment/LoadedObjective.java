package dev.mendel.experiment;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.training.PairObjective;
import dev.mendel.training.PairRounds;
import dev.mendel.trial.Objective;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An experiment's objective, ready to be asked.
///
/// @param dataHash tells the data it learns from; empty for an objective without
record LoadedObjective(Objective objective, String dataHash) {

    /// @param data the folder to read data from; null for what comes with the program
    static LoadedObjective load(Experiment experiment, Undertaking undertaking, @Nullable Path data)
            throws DataException {
        return switch (experiment.objective()) {
            case ObjectiveSettings.DigitPairs(var settings) -> {
                CompletableFuture<Void> engine = PairObjective.warmUp();
                Dataset dataset = data == null ? Dataset.mnist() : Dataset.in(data);
                engine.join();
                Objective objective = switch (undertaking) {
                    case EVOLUTION, GRID, SHUFFLED_GRID, RANDOM ->
                        PairObjective.draw(settings, dataset, experiment.seed());
                    case ROUNDS -> new PairRounds(settings, dataset, experiment.seed());
                };
                yield new LoadedObjective(objective, dataset.hash());
            }
        };
    }
}
