package dev.mendel.trial;

/// The number of a trial in its run: 1, 2, 3, … in the order in which the strategy first asked for the
/// configurations.
public record TrialId(long number) implements Comparable<TrialId> {
    public TrialId {
        if (number < 1) {
            throw new IllegalArgumentException("trials are numbered from 1, found: " + number);
        }
    }

    @Override
    public int compareTo(TrialId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
