package dev.mendel.search;

import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;

/// The state from which an interrupted search goes on.
///
/// @param last the last generation that was complete
/// @param known the outcomes of the configurations asked for up to then, and no later ones, by their trials'
///     numbers
public record Checkpoint(Generation last, List<Evaluation> known) {
    public Checkpoint {
        known = List.copyOf(known);
    }
}
