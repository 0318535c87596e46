package dev.mendel.trial.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PendingTrialTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));
    private static final int FOLDS = 4;

    private static PendingTrial pending(Map<Integer, FoldResult> folds) {
        return new PendingTrial(new KnownTrials.Unfinished(TRIAL, 0, folds), FOLDS);
    }

    private static void finish(PendingTrial pending, int fold) {
        pending.finished(new FoldRun(TRIAL, fold, FoldResult.of(fold), 1, Instant.EPOCH));
    }

    private static void arrive(PendingTrial pending, int fold, int failing) {
        if ((failing >> fold & 1) == 1) {
            pending.failed(new Outcome.Failed(fold, "fold " + fold + " failed", Duration.ZERO));
        } else {
            finish(pending, fold);
        }
    }

    /// What a trial comes to when its folds arrive in an order; nothing that arrives later may change it.
    private static Outcome outcome(List<Integer> order, int failing) {
        PendingTrial pending = pending(Map.of());
        var seen = new ArrayList<Outcome>();
        for (int fold : order) {
            arrive(pending, fold, failing);
            pending.outcome().ifPresent(seen::add);
        }
        assertThat(new TreeSet<>(seen.stream().map(Outcome::toString).toList())).hasSize(1);
        return seen.getFirst();
    }

    private static List<List<Integer>> orders(List<Integer> folds) {
        if (folds.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        for (Integer first : folds) {
            List<Integer> rest =
                    folds.stream().filter(fold -> !fold.equals(first)).toList();
            for (List<Integer> order : orders(rest)) {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    @Test
    void comesToTheSameWhateverTheOrderOfItsFolds() {
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
        assertThat(orders).hasSize(24);
        for (int failing = 0; failing < 1 << FOLDS; failing++) {
            Outcome expected = outcome(orders.getFirst(), failing);
            for (List<Integer> order : orders) {
                assertThat(outcome(order, failing)).isEqualTo(expected);
            }
        }
    }

    @Test
    void failsWithTheFirstFailingFold() {
        assertThat(outcome(List.of(3, 2, 1, 0), 0b1100))
                .isEqualTo(new Outcome.Failed(2, "fold 2 failed", Duration.ZERO));
    }

    @Test
    void waitsForTheFoldsBeforeAFailure() {
        PendingTrial pending = pending(Map.of());
        pending.failed(new Outcome.Failed(1, "diverged", Duration.ZERO));
        assertThat(pending.outcome()).isEmpty();
        finish(pending, 0);
        assertThat(pending.outcome()).isEqualTo(Optional.of(new Outcome.Failed(1, "diverged", Duration.ZERO)));
    }

    @Test
    void keepsTheResultsInTheOrderOfTheFolds() {
        assertThat(outcome(List.of(2, 0, 3, 1), 0))
                .isEqualTo(new Outcome.Finished(
                        List.of(FoldResult.of(0), FoldResult.of(1), FoldResult.of(2), FoldResult.of(3))));
    }

    @Test
    void hasStillToEvaluateWhatAnEarlierSessionDidNot() {
        PendingTrial pending = pending(Map.of(0, FoldResult.of(0), 2, FoldResult.of(2)));
        assertThat(pending.tasksTo(Rung.END))
                .extracting(PendingTrial.FoldTask::fold)
                .containsExactly(1, 3);
        finish(pending, 1);
        finish(pending, 3);
        assertThat(pending.outcome()).isEqualTo(Optional.of(outcome(List.of(0, 1, 2, 3), 0)));
    }
}
