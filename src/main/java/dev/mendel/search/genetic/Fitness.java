package dev.mendel.search.genetic;

import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import java.util.Comparator;
import java.util.List;

/// The fitness that Jenetics compares: how far a trial came, then its score there; every failed trial is below
/// all others. Never NaN.
///
/// @param rung the place of the rung at which it was stopped; [#END] for a finished trial, [#FAILED] for a
///     failed one
/// @param value the score; negative infinity for a failed trial. Of one objective with constraints what it is
///     worth
/// @param worth of several objectives, as [Goals#worth], at the rung; empty for one
record Fitness(int rung, double value, List<Double> worth) implements Comparable<Fitness> {
    static final int END = Integer.MAX_VALUE;
    static final int FAILED = -1;

    private static final Comparator<Fitness> ORDER =
            Comparator.comparingInt(Fitness::rung).thenComparingDouble(Fitness::value);

    /// That of a finished trial.
    Fitness(double value) {
        this(value == Double.NEGATIVE_INFINITY ? FAILED : END, value, List.of());
    }

    static Fitness of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished -> new Fitness(END, finished.mean(), List.of());
            case Outcome.Stopped stopped -> new Fitness(stopped.rung(), stopped.last(), List.of());
            case Outcome.Failed _ -> new Fitness(FAILED, Double.NEGATIVE_INFINITY, List.of());
        };
    }

    /// Where some goals count; by the first of them alone where there are several.
    static Fitness of(Outcome outcome, Goals goals) {
        if (!goals.isOn()) {
            return of(outcome);
        }
        boolean stopped = outcome instanceof Outcome.Stopped;
        List<Double> worth = stopped ? outcome.passed().getLast().worth() : goals.worth(outcome);
        int rung = worth.getFirst() == Double.NEGATIVE_INFINITY
                ? FAILED
                : stopped ? outcome.passed().size() - 1 : END;
        return new Fitness(rung, worth.getFirst(), goals.several() ? worth : List.of());
    }

    boolean failed() {
        return rung == FAILED;
    }

    @Override
    public int compareTo(Fitness other) {
        return ORDER.compare(this, other);
    }
}
