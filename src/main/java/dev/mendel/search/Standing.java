package dev.mendel.search;

import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The standing of a search against its target and its limit on stagnation. It depends on the evaluations in the
/// order of their trials alone. For one thread.
public final class Standing {
    /// The number of trials that grid and random search evaluate together where there is something to look at
    /// in between.
    public static final int TOGETHER = 16;

    private final long stagnation;
    private final @Nullable Score target;
    private long seen;
    private long sinceBest;
    private @Nullable Score best;

    /// @param direction of the budget's target
    public Standing(Budget budget, Direction direction) {
        this.stagnation = budget.stagnation();
        this.target = budget.target() == null ? null : direction.score(budget.target());
    }

    /// The number of evaluations to ask for together, of as many as the strategy would.
    public int together(int usual) {
        return stagnation == Budget.UNLIMITED && target == null ? usual : Math.min(usual, TOGETHER);
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
    /// @throws SearchEndedException if the target is reached, or nothing better was found for too long
    public void requireOpen() {
        if (target != null && best != null && best.compareTo(target) >= 0) {
            throw new SearchEndedException(Ending.TARGET);
        }
        if (sinceBest >= stagnation) {
            throw new SearchEndedException(Ending.STAGNATION);
        }
    }

    private void add(Evaluation evaluation) {
        if (evaluation.trial().id().number() == seen) {
            return;
        }
        seen = evaluation.trial().id().number();
        sinceBest++;
        evaluation
                .outcome()
                .score()
                .filter(score -> best == null || score.compareTo(best) > 0)
                .ifPresent(score -> {
                    best = score;
                    sinceBest = 0;
                });
    }
}
