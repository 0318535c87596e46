package dev.mendel.store;

import dev.mendel.search.RunKind;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Seed;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The description of a run: enough to carry it out again, and to tell whether two runs may be compared.
///
/// @param experiment the experiment's name
/// @param text the experiment file as resolved; settings of its objective that are left out are at their
///     defaults
/// @param kind how the experiment is carried out
/// @param seed the run's seed, not the experiment's
/// @param created when the run began
/// @param dataHash the hash of the data it learns from; empty where the objective has none
/// @param provenance the versions and machine it ran on, by name, for people
/// @param direction the direction of the objective's values: the store keeps scores, and this turns them to
///     values to be shown
/// @param arithmetic the number of the arithmetic that it computes with: see [#ARITHMETIC]
/// @param goals what makes a trial better than another, where it is not the score alone
public record Manifest(
        String experiment,
        String text,
        RunKind kind,
        Seed seed,
        Instant created,
        String dataHash,
        Map<String, String> provenance,
        Direction direction,
        int arithmetic,
        Goals goals) {
    /// The number of this version's arithmetic, raised whenever the same experiment and seed come to other
    /// numbers than before: 2 multiplies by Mendel's own chains and draws normal numbers by its own algorithm;
    /// 1 left both to libraries.
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
        this(experiment, text, kind, seed, created, dataHash, provenance, Direction.MAXIMISE, ARITHMETIC, Goals.NONE);
    }
}
