package dev.mendel.experiment;

import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
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

    /// Another objective over the same data.
    public LoadedObjective with(Objective other) {
        return new LoadedObjective(other, dataHash, provenance);
    }

    @Override
    public void close() {
        objective.close();
    }
}
