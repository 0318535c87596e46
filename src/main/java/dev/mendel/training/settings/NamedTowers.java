package dev.mendel.training.settings;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The towers that files can name without describing them.
final class NamedTowers {
    /// The tower that most reports use in one form or another: two convolutions, each pooled, and two linear
    /// layers.
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

    /// The smallest of this form that reads one digit as well as the simple network of Mentha, within chance.
    private static final TowerPattern MENTHA = TowerPattern.of(
            "conv 16 3x3 padding 1", "relu", "pool 2", "conv 32 3x3 padding 1", "relu", "pool 2", "linear 10");

    /// Deng & Li's, with as many parameters as channels of whole powers of two allow.
    private static final TowerPattern DENG_LI = TowerPattern.of(
            "conv 16 3x3 padding 1",
            "relu",
            "conv 16 3x3 padding 1",
            "relu",
            "pool 2",
            "conv 32 3x3 padding 1",
            "relu",
            "conv 32 3x3 padding 1",
            "relu",
            "pool 2",
            "linear 56",
            "batch-norm",
            "relu",
            "linear 32",
            "batch-norm",
            "relu",
            "linear 10");

    /// Papadopoulos, Kieffer & Fleury's.
    private static final TowerPattern PAPADOPOULOS = TowerPattern.of(
            "conv 64 3x3 stride 2 padding 2",
            "relu",
            "pool 3 stride 2",
            "conv 96 3x3 stride 2 padding 2",
            "relu",
            "pool 3 stride 2",
            "linear 150",
            "relu",
            "linear 10");

    /// Kim, Loftsson & Madrona's with one hidden layer more than the reference.
    private static final TowerPattern KIM = TowerPattern.of(
            "conv 32 3x3 padding 1",
            "relu",
            "pool 2",
            "conv 64 3x3 padding 1",
            "relu",
            "pool 2",
            "linear 100",
            "relu",
            "linear 50",
            "relu",
            "linear 10");

    /// Theirs with two.
    private static final TowerPattern KIM_DEEPER = TowerPattern.of(
            "conv 32 3x3 padding 1",
            "relu",
            "pool 2",
            "conv 64 3x3 padding 1",
            "relu",
            "pool 2",
            "linear 100",
            "relu",
            "linear 70",
            "relu",
            "linear 50",
            "relu",
            "linear 10");

    private NamedTowers() {}

    static SequencedMap<String, TowerPattern> all() {
        var towers = new LinkedHashMap<String, TowerPattern>();
        towers.put("reference", REFERENCE);
        towers.put("small", SMALL);
        towers.put("mentha", MENTHA);
        towers.put("deng-li", DENG_LI);
        towers.put("papadopoulos", PAPADOPOULOS);
        towers.put("kim", KIM);
        towers.put("kim-deeper", KIM_DEEPER);
        return towers;
    }
}
