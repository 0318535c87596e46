package dev.mendel.store;

import dev.mendel.search.RunKind;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Seed;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run is: enough to carry it out again, and to tell whether two runs may be compared.
///
/// @param experiment the experiment's name
/// @param text the experiment file as resolved; what its objective leaves out is as usual
/// @param kind what is done with the experiment
/// @param seed the run's seed, not the experiment's
/// @param created when the run began
/// @param dataHash the hash of the data it learns from; empty where the objective has none
/// @param provenance what it ran on (versions, machine), by name, for people
/// @param direction which of the objective's values are better: what is kept are scores, and whoever shows
///     one asks this for the value
/// @param arithmetic the number of the arithmetic that it computes with: see [#ARITHMETIC]
public record Manifest(
        String experiment,
        String text,
        RunKind kind,
        Seed seed,
        Instant created,
        String dataHash,
        Map<String, String> provenance,
        Direction direction,
        int arithmetic) {
    /// The number of this version's arithmetic, raised whenever the same experiment and seed come to other numbers than
    /// before: 2 multiplies by Mendel's own chains and draws normal numbers by its own algorithm; 1 left both to
    /// libraries.
    public static final int ARITHMETIC = 2;

    public Manifest {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /// A run of an objective whose values are its scores, with this version's arithmetic.
    public Manifest(
            String experiment,
            String text,
            RunKind kind,
            Seed seed,
            Instant created,
            String dataHash,
            Map<String, String> provenance) {
        this(experiment, text, kind, seed, created, dataHash, provenance, Direction.MAXIMISE, ARITHMETIC);
    }
}
