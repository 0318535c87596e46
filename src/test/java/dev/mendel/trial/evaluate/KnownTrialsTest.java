package dev.mendel.trial.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTrialsTest {
    private static final Seed EXPERIMENT = new Seed(9);
    private static final Outcome OUTCOME = new Outcome.Finished(List.of(FoldResult.of(0.5)));

    private final KnownTrials known = new KnownTrials(EXPERIMENT);

    private static Configuration x(long number) {
        return new Configuration(Map.of("x", new Value.Whole(number)));
    }

    @Test
    void numbersTrialsInTheOrderOfOpening() {
        assertThat(known.open(0, x(5)).trial()).isEqualTo(Trial.of(new TrialId(1), x(5), EXPERIMENT));
        assertThat(known.open(0, x(3)).trial()).isEqualTo(Trial.of(new TrialId(2), x(3), EXPERIMENT));
        assertThat(known.size()).isEqualTo(2);
    }

    @Test
    void remembersAClosedTrialUnderItsConfiguration() {
        KnownTrials.Unfinished trial = known.open(4, x(5));
        assertThat(known.find(x(5))).isEmpty();
        assertThat(known.findUnfinished(x(5))).contains(trial);

        Evaluation evaluation = known.close(trial, OUTCOME);

        assertThat(evaluation).isEqualTo(new Evaluation(trial.trial(), 4, OUTCOME));
        assertThat(known.find(x(5))).contains(evaluation);
        assertThat(known.findUnfinished(x(5))).isEmpty();
        assertThat(known.size()).isEqualTo(1);
    }

    @Test
    void numbersOnAfterWhatItTookOver() {
        known.restore(new Evaluation(Trial.of(new TrialId(1), x(1), EXPERIMENT), 0, OUTCOME));
        known.restore(new KnownTrials.Unfinished(
                Trial.of(new TrialId(2), x(2), EXPERIMENT), 0, Map.of(1, FoldResult.of(0.25))));
        assertThat(known.open(1, x(3)).trial().id()).isEqualTo(new TrialId(3));
        assertThat(known.findUnfinished(x(2)))
                .hasValueSatisfying(trial -> assertThat(trial.folds()).containsOnlyKeys(1));
    }
}
