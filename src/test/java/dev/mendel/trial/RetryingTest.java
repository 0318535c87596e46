package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryingTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));

    /// Fails so often, then answers with the number of calls.
    private static FakeObjective failing(int times) {
        int[] calls = {0};
        return FakeObjective.of(3, (_, _) -> {
            if (calls[0]++ < times) {
                throw new EvaluationException("busy, call " + calls[0]);
            }
            return FoldResult.of(calls[0]);
        });
    }

    @Test
    void whatWorksIsNotTriedAgain() throws Exception {
        FakeObjective own = failing(0);
        assertThat(Retrying.of(own, 2).evaluate(TRIAL, 1)).isEqualTo(FoldResult.of(1));
        assertThat(own.calls()).hasSize(1);
    }

    @Test
    void aFoldIsTriedAgainUntilItWorks() throws Exception {
        assertThat(Retrying.of(failing(2), 2).evaluate(TRIAL, 1)).isEqualTo(FoldResult.of(3));
    }

    @Test
    void theLastFailureIsTold() {
        FakeObjective own = failing(5);
        assertThatThrownBy(() -> Retrying.of(own, 2).evaluate(TRIAL, 1))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("busy, call 3");
        assertThat(own.calls()).hasSize(3).containsOnly(new FakeObjective.Call(TRIAL.configuration(), 1));
    }

    @Test
    void whatIsThrownCountsAsAFailureToo() throws Exception {
        int[] calls = {0};
        FakeObjective own = FakeObjective.of(1, (_, _) -> {
            if (calls[0]++ == 0) {
                throw new IllegalStateException("not yet");
            }
            return FoldResult.of(1);
        });
        assertThat(Retrying.of(own, 1).evaluate(TRIAL, 0)).isEqualTo(FoldResult.of(1));
    }

    @Test
    void aStepThatFailsIsTakenAgainByAnEvaluationThatComesAsFar() throws Exception {
        var objective = new FakeSteps(1, 9).failingOnceAfter(4);
        try (Attempt attempt = Retrying.of(objective, 1).begin(TRIAL, 0)) {
            attempt.advance(3);
            assertThat(attempt.advance(3)).isEqualTo(new Attempt.Progress(6, false));
            assertThat(attempt.result()).isEqualTo(FoldResult.of(6));
            assertThat(attempt.complete()).isEqualTo(FoldResult.of(9));
        }
        assertThat(objective.epochsTrained()).isEqualTo(4 + 9);
        assertThat(objective.open()).isZero();
    }

    @Test
    void neverIsTheObjectiveItself() {
        FakeObjective own = failing(0);
        assertThat(Retrying.of(own, 0)).isSameAs(own);
        assertThatThrownBy(() -> Retrying.of(own, -1)).hasMessage("retry: -1 is not 0 or more");
    }
}
