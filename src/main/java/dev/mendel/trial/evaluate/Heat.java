package dev.mendel.trial.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A race of trials over rungs, at most of which only the best share goes on. Who goes on depends on the scores
/// of the trials in the race alone, in their order: not on who came first, nor on other trials.
///
/// @param rungs in ascending order, at least one; the last is [Rung#END]
/// @param first the place of the first rung at which trials are stopped
/// @param keep the share of those at a rung that goes on, above 0, at most 1; rounded up
public record Heat(List<Rung> rungs, int first, double keep) {
    /// No race: all trials go to their end.
    public static final Heat NONE = new Heat(List.of(Rung.END), 0, 1);

    /// The share is taken of a count, and a third of nine is three.
    private static final double ROUNDING = 1e-9;

    public Heat {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || !rungs.getLast().equals(Rung.END)) {
            throw new IllegalArgumentException("the last rung is not the end: " + rungs);
        }
        if (first < 0 || !(keep > 0) || keep > 1) {
            throw new IllegalArgumentException("a heat from rung " + first + " on that keeps " + keep);
        }
    }

    /// The rungs before the end.
    public List<Rung> early() {
        return rungs.subList(0, rungs.size() - 1);
    }

    /// The places of those that go on, ascending. Of equals the earlier goes on; who has no score does not.
    ///
    /// @param rung its place
    /// @param scores those at the rung; negative infinity for none
    List<Integer> goingOn(int rung, List<Double> scores) {
        long most = rung < first ? scores.size() : (long) Math.ceil(scores.size() * keep - ROUNDING);
        return IntStream.range(0, scores.size())
                .boxed()
                .filter(place -> scores.get(place) > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparing((Integer place) -> scores.get(place))
                        .reversed())
                .limit(most)
                .sorted()
                .toList();
    }
}
