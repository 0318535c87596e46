package dev.mendel.experiment;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.external.CommandObjective;
import dev.mendel.external.Fingerprint;
import dev.mendel.external.JavaObjective;
import dev.mendel.training.PairObjective;
import dev.mendel.training.PairRounds;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Repeated;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An experiment's objective, ready to be asked.
///
/// @param objective answers with scores, whichever of its values are better
/// @param dataHash tells what it learns from: the data, or the program as far as it can be seen
/// @param provenance what it computes with, by name, for the record
record LoadedObjective(Objective objective, String dataHash, Map<String, String> provenance) {

    /// @param data the folder to read data from; null for what comes with the program
    /// @throws ObjectiveException if what the experiment names is not there, or can't be undertaken
    static LoadedObjective load(Experiment experiment, Undertaking undertaking, @Nullable Path data)
            throws DataException, ObjectiveException {
        if (undertaking == Undertaking.ROUNDS && !(experiment.objective() instanceof ObjectiveSettings.DigitPairs)) {
            throw new ObjectiveException("objective: only digit-pairs can be evaluated in rounds of fresh pairs;"
                    + " for others say objective.repeats, and begin a grid");
        }
        return switch (experiment.objective()) {
            case ObjectiveSettings.DigitPairs(var settings) -> pairs(settings, experiment, undertaking, data);
            case ObjectiveSettings.Command(var settings, Direction direction) ->
                new LoadedObjective(direction.turn(new CommandObjective(settings)), Fingerprint.of(settings), Map.of());
            case ObjectiveSettings.Java(var settings, Direction direction) -> {
                Objective own = Repeated.of(JavaObjective.load(settings), settings.repeats());
                yield new LoadedObjective(direction.turn(own), Fingerprint.of(settings), Map.of());
            }
        };
    }

    private static LoadedObjective pairs(
            DigitPairsSettings settings, Experiment experiment, Undertaking undertaking, @Nullable Path data)
            throws DataException {
        CompletableFuture<Void> engine = PairObjective.warmUp(settings.engine());
        Dataset dataset = data == null ? Dataset.mnist() : Dataset.in(data);
        engine.join();
        Objective objective = switch (undertaking) {
            case EVOLUTION, GRID, SHUFFLED_GRID, RANDOM -> PairObjective.draw(settings, dataset, experiment.seed());
            case ROUNDS -> new PairRounds(settings, dataset, experiment.seed());
        };
        return new LoadedObjective(
                objective, dataset.hash(), Map.of("products", PairObjective.products(settings.engine())));
    }
}
