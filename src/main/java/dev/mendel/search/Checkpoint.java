package dev.mendel.search;

import dev.mendel.trial.Evaluation;
import java.util.List;

/// Where an interrupted search goes on.
///
/// @param last the last generation that was complete
/// @param known what the configurations asked for up to then came to, and no later ones, by their trials'
///     numbers
public record Checkpoint(Generation last, List<Evaluation> known) {
    public Checkpoint {
        known = List.copyOf(known);
    }
}
