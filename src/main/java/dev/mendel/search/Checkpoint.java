package dev.mendel.search;

import dev.mendel.space.Configuration;
import java.util.Set;

/// Where an interrupted search goes on.
///
/// @param last the last generation that was complete
/// @param asked the configurations that were asked for up to then, and no later ones
public record Checkpoint(Generation last, Set<Configuration> asked) {
    public Checkpoint {
        asked = Set.copyOf(asked);
    }
}
