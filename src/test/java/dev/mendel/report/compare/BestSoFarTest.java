package dev.mendel.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestSoFarTest {
    private static final List<Step> ONE = List.of(new Step(1, 10, 0.5), new Step(3, 30, 0.9));
    private static final List<Step> TWO = List.of(new Step(2, 5, 0.7));

    @Test
    void curveBeginsWhereEveryRunHasAScoreAndKeepsTheBest() {
        assertThat(BestSoFar.byTrials(List.of(ONE, TWO), 4))
                .extracting(Quartiles::at, Quartiles::median)
                .containsExactly(tuple(2.0, 0.6), tuple(3.0, 0.8), tuple(4.0, 0.8));
    }

    @Test
    void quartilesLieBetweenTheRuns() {
        assertThat(BestSoFar.byTrials(List.of(ONE, TWO), 4).getLast())
                .returns(0.75, Quartiles::lower)
                .returns(0.85, quartiles -> Math.round(quartiles.upper() * 100) / 100.0);
    }

    @Test
    void secondsAreCountedByWhatWasSpent() {
        List<Quartiles> curve = BestSoFar.bySeconds(List.of(ONE, TWO), 50);
        assertThat(curve.getFirst().at()).isEqualTo(10);
        assertThat(curve.getLast().at()).isEqualTo(50);
        assertThat(curve).hasSize(81);
    }

    @Test
    void aStepAtTheEndBelongsToTheCurveHoweverItsSecondsWereAddedUp() {
        double most = 0.1 + 0.2 + 0.3;
        List<Step> steps = List.of(new Step(1, 0.1, 0.5), new Step(2, Math.nextUp(most), 0.9));
        assertThat(BestSoFar.bySeconds(List.of(steps), most).getLast().median()).isEqualTo(0.9);
    }

    @Test
    void longRunsAreThinnedOut() {
        assertThat(BestSoFar.byTrials(List.of(ONE), 100_000)).hasSize(100);
    }

    @Test
    void quantilesAreThoseOfDefinitionSeven() {
        assertThat(Statistics.quantile(0.25, 4, 1, 3, 2)).isEqualTo(1.75);
        assertThat(Statistics.quantile(0.5, 3, 1, 2)).isEqualTo(2);
        assertThat(Statistics.quantile(1, 3, 1, 2)).isEqualTo(3);
        assertThat(Statistics.quantile(0.5)).isNaN();
    }
}
