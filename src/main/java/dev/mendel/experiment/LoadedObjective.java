package dev.mendel.experiment;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.external.CommandObjective;
import dev.mendel.external.CommandSettings;
import dev.mendel.training.FixedSettings;
import dev.mendel.training.PairObjective;
import dev.mendel.training.PairRounds;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An experiment's objective, ready to be asked.
///
/// @param objective answers with scores, whichever of its values are better
/// @param dataHash tells what it learns from: the data, or the program as far as the experiment names it
record LoadedObjective(Objective objective, String dataHash) {

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
                new LoadedObjective(direction.turn(new CommandObjective(settings)), hash(settings));
        };
    }

    private static LoadedObjective pairs(
            FixedSettings settings, Experiment experiment, Undertaking undertaking, @Nullable Path data)
            throws DataException {
        CompletableFuture<Void> engine = PairObjective.warmUp();
        Dataset dataset = data == null ? Dataset.mnist() : Dataset.in(data);
        engine.join();
        Objective objective = switch (undertaking) {
            case EVOLUTION, GRID -> PairObjective.draw(settings, dataset, experiment.seed());
            case ROUNDS -> new PairRounds(settings, dataset, experiment.seed());
        };
        return new LoadedObjective(objective, dataset.hash());
    }

    /// A hash of the command's words; what the program's files hold can't be known.
    private static String hash(CommandSettings settings) {
        try {
            byte[] words = String.join("\0", settings.command()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
