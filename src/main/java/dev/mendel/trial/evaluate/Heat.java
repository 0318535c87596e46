package dev.mendel.trial.evaluate;

import dev.mendel.trial.Goals;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A race of trials over rungs, at most of which only the best share goes on. Who goes on depends on the scores
/// of the trials in the race alone, in their order: not on who came first, nor on other trials.
///
/// @param rungs in ascending order, at least one; the last is [Rung#END]
/// @param first the place of the first rung at which trials are stopped
/// @param keep the share of those at a rung that goes on, above 0, at most 1; rounded up. Of several objectives
///     each keeps its share, and who is on the front of those at the rung goes on too: no objective alone
///     stops a trial
/// @param goals what trials are worth
public record Heat(List<Rung> rungs, int first, double keep, Goals goals) {
    /// No race: all trials go to their end.
    public static final Heat NONE = new Heat(List.of(Rung.END), 0, 1, Goals.NONE);

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

    /// A race of scores.
    public Heat(List<Rung> rungs, int first, double keep) {
        this(rungs, first, keep, Goals.NONE);
    }

    /// The rungs before the end.
    public List<Rung> early() {
        return rungs.subList(0, rungs.size() - 1);
    }

    /// The places of those that go on, ascending. Of equals the earlier goes on; who has no score does not.
    ///
    /// @param rung its place
    /// @param worth what each is worth at the rung: as many numbers as the others, more is better; none, or
    ///     negative infinities, for one that has not come there
    List<Integer> goingOn(int rung, List<List<Double>> worth) {
        List<Integer> there = IntStream.range(0, worth.size())
                .boxed()
                .filter(place -> !worth.get(place).isEmpty() && worth.get(place).getFirst() > Double.NEGATIVE_INFINITY)
                .toList();
        long most = rung < first ? worth.size() : (long) Math.ceil(worth.size() * keep - ROUNDING);
        int objectives = there.isEmpty() ? 0 : worth.get(there.getFirst()).size();
        var goingOn = new TreeSet<Integer>();
        for (int k = 0; k < objectives; k++) {
            int objective = k;
            there.stream()
                    .sorted(Comparator.comparing(
                                    (Integer place) -> worth.get(place).get(objective))
                            .reversed())
                    .limit(most)
                    .forEach(goingOn::add);
        }
        if (objectives > 1) {
            there.stream()
                    .filter(place -> there.stream().noneMatch(other -> dominates(worth.get(other), worth.get(place))))
                    .forEach(goingOn::add);
        }
        return List.copyOf(goingOn);
    }

    private static boolean dominates(List<Double> one, List<Double> other) {
        return !one.equals(other) && IntStream.range(0, one.size()).allMatch(k -> one.get(k) >= other.get(k));
    }
}
