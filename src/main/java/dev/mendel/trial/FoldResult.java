package dev.mendel.trial;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of one fold. Everything but times is the same however often the fold is evaluated: the time that
/// it took, and measures that are called `seconds` or end so.
///
/// @param score the score, which the search maximises
/// @param measures whatever else is worth keeping, by name (`left digit accuracy`), finite, in the order given
/// @param epochs how training went, by ascending number; empty for objectives that do not train in epochs
/// @param time the evaluating thread's own time
public record FoldResult(Score score, Map<String, Double> measures, List<Epoch> epochs, Duration time) {
    /// The measure of what a fold took, where it has one.
    public static final String SECONDS = "seconds";

    /// One pass over the training data.
    ///
    /// @param number from 0
    /// @param loss the mean training loss over the pass; NaN where there is none
    /// @param measures measured after it, by name, finite, in the order given; may be empty
    public record Epoch(int number, double loss, Map<String, Double> measures) {
        public Epoch {
            if (number < 0) {
                throw new IllegalArgumentException("epoch " + number + ": epochs are numbered from 0 or 1");
            }
            requireFinite(measures);
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }

        /// A pass after which nothing else was measured.
        public Epoch(int number, double loss) {
            this(number, loss, Map.of());
        }
    }

    public FoldResult {
        measures = measures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        epochs = List.copyOf(epochs);
        requireFinite(measures);
        for (int i = 1; i < epochs.size(); i++) {
            if (epochs.get(i).number() <= epochs.get(i - 1).number()) {
                throw new IllegalArgumentException("epoch " + epochs.get(i).number() + " comes after epoch "
                        + epochs.get(i - 1).number() + "; epochs are told once each, in ascending order");
            }
        }
        if (time.isNegative()) {
            throw new IllegalArgumentException("a fold's time is not negative, found: " + time);
        }
    }

    /// Whether a measure of this name is a time, which differs from one evaluation to the next.
    public static boolean isTime(String measure) {
        return measure.equals(SECONDS) || measure.endsWith(" " + SECONDS);
    }

    /// The same with the time that it took as the measure [#SECONDS], unless it has such a measure.
    FoldResult timed() {
        if (measures.containsKey(SECONDS)) {
            return this;
        }
        var timed = new LinkedHashMap<>(measures);
        timed.put(SECONDS, time.toNanos() / 1e9);
        return new FoldResult(score, timed, epochs, time);
    }

    private static void requireFinite(Map<String, Double> measures) {
        measures.forEach((name, measure) -> {
            if (!Double.isFinite(measure)) {
                throw new IllegalArgumentException(
                        "measure \"" + name + "\" is " + measure + "; allowed are finite numbers");
            }
        });
    }

    /// A score and nothing else.
    public static FoldResult of(double score) {
        return new FoldResult(new Score(score), Map.of(), List.of(), Duration.ZERO);
    }
}
