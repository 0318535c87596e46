package dev.mendel.trial;

/// How good a configuration is; more is better. Always a number: what is NaN or infinite is a failure, not a
/// score.
///
/// @param value finite; the constructor rejects any other
public record Score(double value) implements Comparable<Score> {
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score is a finite number, found: " + value);
        }
        value += 0.0;
    }

    @Override
    public int compareTo(Score other) {
        return Double.compare(value, other.value);
    }
}
