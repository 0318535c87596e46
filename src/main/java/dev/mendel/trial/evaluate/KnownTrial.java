package dev.mendel.trial.evaluate;

import dev.mendel.trial.Outcome;
import java.util.List;

/// The knowledge of another run of a configuration that this one asks for.
///
/// @param run the other run's name
/// @param folds its finished folds, in order; of a failed trial those before the failing one
/// @param outcome its outcome
public record KnownTrial(String run, List<FoldRun> folds, Outcome outcome) {
    public KnownTrial {
        folds = List.copyOf(folds);
    }

    /// Whether its values come from a file, not from an evaluation.
    public boolean isImported() {
        return folds.stream().anyMatch(FoldRun::isImported);
    }
}
