package dev.mendel.training;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The towers that files can name without describing them.
final class TowerPresets {
    /// What most reports use in one form or another: two convolutions, each pooled, and two linear layers.
    static final TowerPattern REFERENCE = TowerPattern.of(
            "conv 32 3x3 padding 1",
            "relu",
            "pool 2",
            "conv 64 3x3 padding 1",
            "relu",
            "pool 2",
            "linear 100",
            "relu",
            "linear 10");

    /// A quarter of the reference's channels: for a first look.
    static final TowerPattern SMALL = TowerPattern.of(
            "conv 8 3x3 padding 1", "relu", "pool 2", "conv 16 3x3 padding 1", "relu", "pool 2", "linear 10");

    private TowerPresets() {}

    static SequencedMap<String, TowerPattern> all() {
        var towers = new LinkedHashMap<String, TowerPattern>();
        towers.put("reference", REFERENCE);
        towers.put("small", SMALL);
        return towers;
    }
}
