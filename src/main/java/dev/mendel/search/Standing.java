package dev.mendel.search;

import dev.mendel.search.pareto.Fronts;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The standing of a search against its target and its limit on stagnation. It depends on the evaluations in
/// the order of their trials alone. For one thread.
public final class Standing {
    /// The number of trials that grid and random search evaluate together where there is something to look at
    /// in between.
    public static final int TOGETHER = 16;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    private final long stagnation;
    private final @Nullable Score target;
    private final long failures;
    private long seen;
    private long sinceBest;
    private long failedInARow;
    /// The reason for which all trials failed so far; empty if they didn't.
    private Optional<String> commonReason = Optional.empty();
    private long count;
    private @Nullable Score best;
    private final Goals goals;
    /// Of several objectives, what none of the evaluations dominates.
    private final List<double[]> front = new ArrayList<>();

    /// One that knows of scores alone.
    ///
    /// @param direction of the budget's target
    public Standing(Budget budget, Direction direction) {
        this(budget, direction, Goals.NONE);
    }

    /// @param direction of the budget's target
    /// @param goals of several, a trial is better that none dominates or equals; the target is the first one's,
    ///     and counts within the limits
    public Standing(Budget budget, Direction direction, Goals goals) {
        this.goals = goals;
        this.stagnation = budget.stagnation();
        this.failures = budget.failures();
        this.target = budget.target() == null ? null : direction.score(budget.target());
    }

    /// The number of evaluations to ask for together, of as many as the strategy would.
    public int together(int usual) {
        if (stagnation != Budget.UNLIMITED || target != null) {
            return Math.min(usual, TOGETHER);
        }
        if (failures == Budget.UNLIMITED) {
            return usual;
        }
        // the first ones tell whether anything works
        return count == 0 ? Math.min(usual, TOGETHER) : (int) Math.min(usual, Math.max(failures, TOGETHER));
    }

    /// Takes in evaluations. Those of trials that were seen before are passed over.
    public void add(List<Evaluation> evaluations) {
        evaluations.stream()
                .sorted(Comparator.comparingLong(
                        evaluation -> evaluation.trial().id().number()))
                .filter(evaluation -> evaluation.trial().id().number() > seen)
                .forEach(this::add);
    }

    /// Returns if the search may go on.
    ///
    /// @throws SearchEndedException if the target is reached, nothing better was found for too long, or
    ///     nothing works
    public void requireOpen() {
        requireWorking();
        if (target != null && best != null && best.compareTo(target) >= 0) {
            throw new SearchEndedException(Ending.TARGET);
        }
        if (sinceBest >= stagnation) {
            throw new SearchEndedException(Ending.STAGNATION);
        }
    }

    /// Returns unless nothing works; for a search that has nothing more to ask.
    ///
    /// @throws SearchEndedException if too many trials failed in a row, or all of the first ones for the same
    ///     reason
    public void requireWorking() {
        if (failedInARow >= failures || (failures != Budget.UNLIMITED && count > 1 && commonReason.isPresent())) {
            throw new SearchEndedException(Ending.FAILING);
        }
    }

    private void failed(Outcome outcome) {
        Optional<String> reason = outcome instanceof Outcome.Failed(int _, String why, Duration _, List<AtRung> _)
                // numbers of trials, processes or losses don't make another reason
                ? Optional.of(NUMBERS.matcher(why).replaceAll("#"))
                : Optional.empty();
        failedInARow = reason.isPresent() ? failedInARow + 1 : 0;
        commonReason = count == 0 || commonReason.equals(reason) ? reason : Optional.empty();
    }

    private void add(Evaluation evaluation) {
        if (evaluation.trial().id().number() == seen) {
            return;
        }
        seen = evaluation.trial().id().number();
        sinceBest++;
        failed(evaluation.outcome());
        count++;
        if (goals.isOn()) {
            judge(goals.worth(evaluation.outcome()));
        } else {
            evaluation.outcome().score().ifPresent(this::score);
        }
    }

    private void score(Score score) {
        if (best == null || score.compareTo(best) > 0) {
            best = score;
            sinceBest = goals.several() ? sinceBest : 0;
        }
    }

    private void judge(List<Double> worth) {
        if (worth.getFirst() == Double.NEGATIVE_INFINITY) {
            return;
        }
        if (Score.isOne(worth.getFirst())) {
            score(new Score(worth.getFirst()));
        }
        double[] point = worth.stream().mapToDouble(Double::doubleValue).toArray();
        if (front.stream().noneMatch(other -> Arrays.equals(other, point) || Fronts.dominates(other, point))) {
            front.removeIf(other -> Fronts.dominates(point, other));
            front.add(point);
            sinceBest = 0;
        }
    }
}
