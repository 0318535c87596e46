package dev.mendel.trial;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The outcome of a trial. Never changes once it is there.
public sealed interface Outcome {

    /// The trial has a score.
    ///
    /// @param folds the result of each fold, in order, at least one
    record Finished(List<FoldResult> folds) implements Outcome {
        public Finished {
            folds = List.copyOf(folds);
            if (folds.isEmpty()) {
                throw new IllegalArgumentException("a finished trial has at least one fold");
            }
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

    /// The trial has no score. Failures are equal that say the same of the same fold; the time differs each time.
    ///
    /// @param fold the first fold, by number, that failed
    /// @param reason for the user, one sentence
    /// @param time the time of that fold until it failed, as the objective told it, else by the clock
    record Failed(int fold, String reason, Duration time) implements Outcome {
        public Failed {
            reason = OneLine.of(reason);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Failed failed && fold == failed.fold && reason.equals(failed.reason);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fold, reason);
        }
    }

    /// The trial's score, if it has one.
    default Optional<Score> score() {
        return switch (this) {
            case Finished finished -> Optional.of(new Score(finished.mean()));
            case Failed _ -> Optional.empty();
        };
    }
}
