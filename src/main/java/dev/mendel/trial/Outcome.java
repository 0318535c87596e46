package dev.mendel.trial;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The outcome of a trial. Never changes once it is there.
public sealed interface Outcome {

    /// What the trial had come to at the rungs that it passed on its way, in their order; empty where it met
    /// none. The end of a finished trial is not among them.
    List<AtRung> passed();

    /// The trial's scores at these rungs.
    default List<Double> rungs() {
        return passed().stream().map(AtRung::score).toList();
    }

    /// The trial has a score.
    ///
    /// @param folds the result of each fold, in order, at least one
    record Finished(List<FoldResult> folds, List<AtRung> passed) implements Outcome {
        public Finished {
            folds = List.copyOf(folds);
            passed = List.copyOf(passed);
            if (folds.isEmpty()) {
                throw new IllegalArgumentException("a finished trial has at least one fold");
            }
        }

        /// One that met no rungs.
        public Finished(List<FoldResult> folds) {
            this(folds, List.of());
        }

        /// The mean of the folds' scores.
        public double mean() {
            double sum =
                    folds.stream().mapToDouble(fold -> fold.score().value()).sum();
            return Double.isFinite(sum) ? sum / folds.size() : Moments.mean(values());
        }

        private double[] values() {
            return folds.stream().mapToDouble(fold -> fold.score().value()).toArray();
        }

        /// The standard deviation of the folds' scores (n − 1 in the denominator); 0 for a single fold.
        public double standardDeviation() {
            return folds.size() == 1 ? 0 : Moments.deviation(values(), mean(), folds.size() - 1);
        }
    }

    /// The trial has no score. Failures are equal that say the same of the same fold; the time differs each
    /// time.
    ///
    /// @param fold the first fold, by number, that failed
    /// @param reason for the user, one sentence
    /// @param time the time of that fold until it failed, as the objective told it, else by the clock
    record Failed(int fold, String reason, Duration time, List<AtRung> passed) implements Outcome {
        public Failed {
            reason = OneLine.of(reason);
            passed = List.copyOf(passed);
        }

        /// One that met no rungs.
        public Failed(int fold, String reason, Duration time) {
            this(fold, reason, time, List.of());
        }

        /// The same, of a trial that had passed some rungs.
        public Failed after(List<AtRung> rungs) {
            return new Failed(fold, reason, time, rungs);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Failed failed
                    && fold == failed.fold
                    && reason.equals(failed.reason)
                    && passed.equals(failed.passed);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fold, reason, passed);
        }
    }

    /// The trial was given up, since others of its heat did better. It has no score, and never wins.
    ///
    /// @param passed at least one
    record Stopped(List<AtRung> passed) implements Outcome {
        public Stopped {
            passed = List.copyOf(passed);
            if (passed.isEmpty()) {
                throw new IllegalArgumentException("a stopped trial has passed at least one rung");
            }
        }

        /// The rung at which it was stopped, from 0.
        public int rung() {
            return passed.size() - 1;
        }

        /// Its score there.
        public double last() {
            return passed.getLast().score();
        }
    }

    /// The trial's score, if it has one.
    default Optional<Score> score() {
        return switch (this) {
            case Finished finished -> Optional.of(new Score(finished.mean()));
            case Failed _, Stopped _ -> Optional.empty();
        };
    }
}
