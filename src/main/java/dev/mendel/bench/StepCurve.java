package dev.mendel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How the regret of a kind of search falls with its trials: the geometric mean over the searches of several
/// tasks, after several numbers of trials.
final class StepCurve {
    /// Added to each regret before its logarithm is taken: what is nearer to the optimum counts as found.
    private static final double FOUND = 0.001;

    private final List<Integer> budgets;
    private final double[] sums;
    private int searches;

    /// @param budgets the numbers of trials, ascending
    StepCurve(List<Integer> budgets) {
        this.budgets = List.copyOf(budgets);
        this.sums = new double[budgets.size()];
    }

    /// Adds the searches of a task.
    ///
    /// @param regrets a row for each budget, in it a number for each search
    void add(double[][] regrets) {
        for (int i = 0; i < sums.length; i++) {
            for (double regret : regrets[i]) {
                sums[i] += Math.log(regret + FOUND);
            }
        }
        searches += regrets[0].length;
    }

    /// The mean regret after the number of trials that is at a place in the budgets.
    double regret(int budget) {
        return Math.exp(sums[budget] / searches) - FOUND;
    }

    /// After how many trials the mean regret is so small, between budgets on a straight line of its logarithm;
    /// nothing if it never is.
    OptionalDouble trials(double regret) {
        double wanted = Math.log(regret + FOUND);
        for (int i = 0; i < sums.length; i++) {
            double here = sums[i] / searches;
            if (here <= wanted) {
                if (i == 0) {
                    return OptionalDouble.of(budgets.getFirst());
                }
                double before = sums[i - 1] / searches;
                double part = (before - wanted) / (before - here);
                return OptionalDouble.of(budgets.get(i - 1) + part * (budgets.get(i) - budgets.get(i - 1)));
            }
        }
        return OptionalDouble.empty();
    }

    /// The numbers of trials after which searches are looked at that are compared with one of so many trials:
    /// tenths of it, up to four times as many.
    static List<Integer> budgets(int trials) {
        var budgets = new ArrayList<Integer>();
        for (int tenth = 1; tenth <= 40; tenth++) {
            int budget = Math.max(1, (int) ((long) trials * tenth / 10));
            if (budgets.isEmpty() || budget > budgets.getLast()) {
                budgets.add(budget);
            }
        }
        return budgets;
    }
}
