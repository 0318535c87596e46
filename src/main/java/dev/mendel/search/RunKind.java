package dev.mendel.search;

import java.util.Arrays;
import java.util.Optional;

/// A way to carry out an experiment. Its word is part of the names of runs and is kept in their stores.
public enum RunKind {
    /// Bred configurations, scored by cross-validation.
    EVOLUTION("genetic"),
    /// All configurations of the grid, or those that the experiment names, scored by cross-validation.
    GRID("grid"),
    /// The same configurations in an order that the run's seed decides.
    SHUFFLED_GRID("shuffled-grid"),
    /// Configurations drawn at random, scored by cross-validation.
    RANDOM("random"),
    /// All configurations of the grid, or those that the experiment names, each trained in rounds of fresh
    /// pairs.
    ROUNDS("rounds"),
    /// Configurations with the values that they had elsewhere: nothing is evaluated.
    IMPORTED("imported");

    private final String word;

    RunKind(String word) {
        this.word = word;
    }

    /// The kind as it stands in the names of runs: `genetic`.
    public String word() {
        return word;
    }

    /// The kind of that word; empty if there is none.
    public static Optional<RunKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// Whether it visits a fixed list of configurations.
    public boolean visitsPoints() {
        return switch (this) {
            case GRID, SHUFFLED_GRID, ROUNDS -> true;
            case EVOLUTION, RANDOM, IMPORTED -> false;
        };
    }
}
