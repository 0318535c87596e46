package dev.mendel.trial;

/// The fitness of a configuration; more is better. Always a number: NaN and infinities are failures, not
/// scores.
///
/// @param value finite, of size 1e300 at most; the constructor rejects any other
public record Score(double value) implements Comparable<Score> {
    public Score {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a score is a finite number, of size 1e300 at most; found: " + value);
        }
        value += 0.0;
    }

    /// Whether a number can be a score: it is finite, and not so large that a mean of scores might not be.
    public static boolean isOne(double value) {
        return Math.abs(value) <= 1e300;
    }

    @Override
    public int compareTo(Score other) {
        return Double.compare(value, other.value);
    }
}
