package dev.mendel.experiment;

import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Retrying;
import java.util.Map;

/// An objective ready to be evaluated; to be closed by who loaded it.
///
/// @param objective answers with scores, whichever of its values are better; inside the net of [Guarded]
/// @param dataHash identifies the data it learns from, or the program as far as it can be seen
/// @param provenance the means of computing, by name, for the record
public record LoadedObjective(Objective objective, String dataHash, Map<String, String> provenance)
        implements AutoCloseable {
    public LoadedObjective {
        objective = Guarded.of(objective);
    }

    /// The same objective, which tries a fold that fails again so often.
    public LoadedObjective retrying(int times) {
        return new LoadedObjective(Retrying.of(objective, times), dataHash, provenance);
    }

    @Override
    public void close() {
        objective.close();
    }
}
