package dev.mendel.store;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// All that a run has kept of a trial; of one among many, but for its epochs.
///
/// @param generation the generation that asked for it
/// @param folds the finished ones, in order; of a failed trial those before the failing one
/// @param outcome its outcome; empty for one that has none yet
/// @param epochs over how many epochs its finished folds went, together
/// @param takenFrom the run that had finished it, if it was taken over
public record StoredTrial(
        Trial trial,
        int generation,
        List<FoldRun> folds,
        Optional<Outcome> outcome,
        long epochs,
        Optional<String> takenFrom) {
    /// The state of a trial.
    public enum State {
        OPEN,
        FINISHED,
        FAILED,
        STOPPED;

        /// The state as it is kept and shown: `finished`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(@Nullable Outcome outcome) {
            return switch (outcome) {
                case null -> OPEN;
                case Outcome.Finished _ -> FINISHED;
                case Outcome.Failed _ -> FAILED;
                case Outcome.Stopped _ -> STOPPED;
            };
        }

        static Optional<State> find(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }
    }

    public StoredTrial {
        folds = List.copyOf(folds);
    }

    /// The trial's score, if it has one.
    public OptionalDouble score() {
        return outcome.flatMap(Outcome::score)
                .map(score -> OptionalDouble.of(score.value()))
                .orElseGet(OptionalDouble::empty);
    }

    /// The trial with its outcome, if it has one.
    public Optional<Evaluation> evaluation() {
        return outcome.map(known -> new Evaluation(trial, generation, known));
    }

    /// The state of the trial.
    public State state() {
        return State.of(outcome.orElse(null));
    }

    /// The time of the threads that evaluated its folds, whichever run they worked for, the failing one
    /// included.
    public Duration time() {
        Duration failing =
                outcome.isPresent() && outcome.get() instanceof Outcome.Failed failed ? failed.time() : Duration.ZERO;
        return folds.stream().map(FoldRun::result).map(FoldResult::time).reduce(failing, Duration::plus);
    }

    /// Passes over training data: epochs, or folds where there are none.
    public long passes() {
        return epochs == 0 ? folds.size() : epochs;
    }
}
