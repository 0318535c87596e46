package dev.mendel.search.genetic;

import java.util.ArrayList;
import java.util.List;

/// How far the order of trials at a rung is the order of their ends, as far as the trials tell that have come
/// to their ends: on some tasks the first epochs mislead.
///
/// The share of pairs that a rung puts in the order of their ends is (1 + τ) / 2 with Kendall's τ. It is lower
/// among the trials that the rungs have let pass than among all.
final class EarlyOrder {
    /// A rung is trusted that puts so many of the pairs in order. Of .65, .7 and .75 on the tasks of
    /// `mendel bench search`, .7 reached what training everything reaches for the least cost.
    private static final double TRUSTED = 0.7;

    /// Of fewer pairs nothing is concluded.
    private static final int FEWEST_PAIRS = 10;

    /// @param rungs the scores at the rungs that it met
    /// @param end its score
    private record Course(List<Double> rungs, double end) {}

    private final List<Course> courses = new ArrayList<>();
    /// By rung, how many of its pairs are in order; a tie at the rung is half a pair.
    private final double[] inOrder;

    private final int[] pairs;

    /// @param rungs how many there are before the end
    EarlyOrder(int rungs) {
        inOrder = new double[rungs];
        pairs = new int[rungs];
    }

    /// Takes in a trial that has come to its end.
    void add(List<Double> rungs, double end) {
        if (rungs.isEmpty()) {
            return;
        }
        for (Course other : courses) {
            int order = Double.compare(end, other.end);
            int both = Math.min(rungs.size(), other.rungs.size());
            for (int rung = 0; rung < both && order != 0; rung++) {
                int early = Double.compare(rungs.get(rung), other.rungs.get(rung));
                inOrder[rung] += early == order ? 1 : early == 0 ? 1 / 2.0 : 0;
                pairs[rung]++;
            }
        }
        courses.add(new Course(rungs, end));
    }

    /// The place of the earliest rung that is trusted, or of which too little is known.
    ///
    /// @param count of the first so many rungs; the last of them where none is trusted
    int earliest(int count) {
        int rung = 0;
        while (rung < count - 1 && pairs[rung] >= FEWEST_PAIRS && inOrder[rung] < TRUSTED * pairs[rung]) {
            rung++;
        }
        return rung;
    }
}
