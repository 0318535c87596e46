package dev.mendel.search.genetic;

import dev.mendel.trial.Outcome;
import java.util.Comparator;

/// The fitness that Jenetics compares: how far a trial came, then its score there; every failed trial is below
/// all others. Never NaN.
///
/// @param rung the place of the rung at which it was stopped; [#END] for a finished trial, [#FAILED] for a
///     failed one
/// @param value the score; negative infinity for a failed trial
record Fitness(int rung, double value) implements Comparable<Fitness> {
    static final int END = Integer.MAX_VALUE;
    static final int FAILED = -1;

    private static final Comparator<Fitness> ORDER =
            Comparator.comparingInt(Fitness::rung).thenComparingDouble(Fitness::value);

    /// That of a finished trial.
    Fitness(double value) {
        this(value == Double.NEGATIVE_INFINITY ? FAILED : END, value);
    }

    static Fitness of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished -> new Fitness(END, finished.mean());
            case Outcome.Stopped stopped -> new Fitness(stopped.rung(), stopped.last());
            case Outcome.Failed _ -> new Fitness(FAILED, Double.NEGATIVE_INFINITY);
        };
    }

    boolean failed() {
        return rung == FAILED;
    }

    @Override
    public int compareTo(Fitness other) {
        return ORDER.compare(this, other);
    }
}
