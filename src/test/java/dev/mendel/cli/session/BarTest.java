package dev.mendel.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.run.Stopped;
import dev.mendel.search.Budget;
import dev.mendel.search.Stopping;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Rungs;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarTest {
    private static Bar bar(Budget budget, long most) {
        return new Bar(
                () -> budget,
                () -> most,
                Direction.MINIMISE,
                () -> Duration.ofSeconds(72),
                new Eta(Budget.UNLIMITED, 0, 0),
                new Stopped(Stopping.RUNGS.race(1, 27)),
                0);
    }

    private static boolean finish(Bar bar, int trial, double score) {
        return bar.finished(
                Trial.of(new TrialId(trial), new Configuration(Map.of()), new Seed(1)),
                new Outcome.Finished(List.of(FoldResult.of(score))));
    }

    @Test
    void whatWasStoppedAndWhatThatSavedIsShown() {
        Bar bar = bar(Budget.NONE, Budget.UNLIMITED);
        finish(bar, 1, 3);
        bar.finished(
                Trial.of(new TrialId(2), new Configuration(Map.of()), new Seed(1)),
                new Outcome.Stopped(Rungs.of(-4.0)));
        assertThat(bar.text(120)).contains("trials 2  stopped 1, saved 48 %  best -3");
    }

    @Test
    void everyLimitThatIsSetIsShown() {
        Budget budget = Budget.NONE
                .withGenerations(30)
                .withTime(Duration.ofMinutes(5))
                .withStagnation(50)
                .withTarget(0.125);
        Bar bar = bar(budget, 60);
        bar.generation(3);
        assertThat(finish(bar, 1, -2)).isTrue();
        assertThat(finish(bar, 2, -1)).isTrue();
        assertThat(finish(bar, 3, -4)).isFalse();
        assertThat(bar.text(200))
                .isEqualTo("[#####-------------------]  trials 3/60  best 1.0000  generation 3/30  time 1:12/5:00"
                        + "  nothing better 1/50  target 0.125  left 3:48");
        assertThat(bar.text(79)).isEqualTo("3/60 best 1.0000 gen 3/30 1:12/5:00 stale 1/50 to 0.125 left 3:48");
    }

    @Test
    void withoutLimitsItTellsWhatThereIs() {
        Bar bar = bar(Budget.NONE, Budget.UNLIMITED);
        assertThat(bar.text(60)).isEqualTo("[-----------------]  trials 0  best -  elapsed 1:12  left ?");
    }

    @Test
    void theBestOfEarlierSessionsCounts() {
        Bar bar = bar(Budget.NONE.withTrials(40), 40);
        bar.best(3, new Score(-0.5));
        assertThat(finish(bar, 5, -0.75)).isFalse();
        assertThat(bar.text(60)).contains("best 0.5000");
    }
}
