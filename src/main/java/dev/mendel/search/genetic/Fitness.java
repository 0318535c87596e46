package dev.mendel.search.genetic;

import dev.mendel.trial.Outcome;

/// The fitness that Jenetics compares: the score of a trial, with every failed trial below every score. Never
/// NaN.
///
/// @param value the score; negative infinity for a failed trial
record Fitness(double value) implements Comparable<Fitness> {
    static Fitness of(Outcome outcome) {
        return outcome.score().map(score -> new Fitness(score.value())).orElse(new Fitness(Double.NEGATIVE_INFINITY));
    }

    boolean failed() {
        return value == Double.NEGATIVE_INFINITY;
    }

    @Override
    public int compareTo(Fitness other) {
        return Double.compare(value, other.value);
    }
}
