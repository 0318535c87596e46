package dev.mendel.trial.evaluate;

import dev.mendel.trial.Outcome;
import java.util.List;
import java.util.Optional;

/// The knowledge of another run of a configuration that this one asks for.
///
/// @param run the other run's name
/// @param folds its finished folds, in order; of a failed trial those before the failing one
/// @param outcome its outcome
public record KnownTrial(String run, List<FoldRun> folds, Outcome outcome) {
    public KnownTrial {
        folds = List.copyOf(folds);
    }

    /// The same without its scores at rungs, for a run that has others; nothing of one that was stopped at one.
    public Optional<KnownTrial> withoutRungs() {
        return switch (outcome) {
            case Outcome.Finished finished ->
                Optional.of(new KnownTrial(run, folds, new Outcome.Finished(finished.folds())));
            case Outcome.Failed failed -> Optional.of(new KnownTrial(run, folds, failed.after(List.of())));
            case Outcome.Stopped _ -> Optional.empty();
        };
    }

    /// Whether its values come from a file, not from an evaluation.
    public boolean isImported() {
        return folds.stream().anyMatch(FoldRun::isImported);
    }
}
