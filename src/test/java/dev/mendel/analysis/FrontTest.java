package dev.mendel.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final SearchSpace SPACE = SearchSpace.of(RealRange.of("x", 0, 1, Scale.LINEAR));
    private static final Goal ACCURACY = new Goal("accuracy", Direction.MAXIMISE, Scale.LINEAR);
    private static final Goals BOTH =
            new Goals(List.of(ACCURACY, new Goal("weights", Direction.MINIMISE, Scale.LOG)), List.of());
    private static final Goals LIMITED =
            new Goals(BOTH.objectives(), List.of(new Limit("weights", Limit.Side.AT_MOST, 1000)));

    /// Accuracy and weights by turns; not a number for a failure.
    private static List<Evaluation> trials(double... values) {
        var evaluations = new ArrayList<Evaluation>();
        for (int i = 0; i < values.length; i += 2) {
            var trial =
                    new Trial(new TrialId(i / 2 + 1), SPACE.canonical(List.of(new Value.Real(i / 100.0))), new Seed(1));
            Outcome outcome = Double.isNaN(values[i])
                    ? new Outcome.Failed(0, "diverged", Duration.ZERO)
                    : new Outcome.Finished(List.of(new FoldResult(
                            new Score(values[i]), Map.of("weights", values[i + 1]), List.of(), Duration.ZERO)));
            evaluations.add(new Evaluation(trial, 0, outcome));
        }
        return evaluations;
    }

    private static List<Long> numbers(Front front) {
        return front.evaluations().stream()
                .map(each -> each.trial().id().number())
                .toList();
    }

    @Test
    void isWhatNoneBeats() {
        List<Evaluation> trials = trials(0.8, 100, Double.NaN, 0, 0.9, 10_000, 0.7, 200, 0.8, 100, 0.95, 100_000);
        Front front = Front.of(trials, BOTH);
        assertThat(numbers(front)).containsExactly(1L, 3L, 5L, 6L);
        assertThat(front.among()).isEqualTo(5);
        assertThat(numbers(front.sorted(0))).containsExactly(6L, 3L, 1L, 5L);
        assertThat(numbers(front.sorted(1))).containsExactly(1L, 5L, 3L, 6L);
    }

    @Test
    void withinConstraintsComesFirstAndTheLeastOutsideWhereNoneIs() {
        assertThat(numbers(Front.of(trials(0.8, 100, 0.9, 10_000, 0.7, 50), LIMITED)))
                .containsExactly(1L, 3L);
        Front outside = Front.of(trials(0.9, 4000, 0.8, 2000, 0.95, 2001), LIMITED);
        assertThat(numbers(outside)).containsExactly(2L);
        assertThat(FrontScale.of(LIMITED, List.of(outside))).isEmpty();
    }

    /// On its scale the front goes from 10 to 1,000 weights, ln 10 to ln 1000: 1 is a tenth of that beyond.
    @Test
    void theScaleGoesFromTheBestToATenthBeyondTheWorstOfTheFront() {
        Front front = Front.of(trials(0.5, 10, 1, 1000, 0.1, 1e9), BOTH);
        FrontScale scale = FrontScale.of(BOTH, List.of(front)).orElseThrow();
        double far = 1 / 1.1;
        assertThat(scale.point(front.evaluations().getFirst().outcome()).orElseThrow())
                .containsExactly(new double[] {far, 0}, within(1e-12));
        assertThat(scale.hypervolume(front)).isCloseTo(2 * (1 - far) - (1 - far) * (1 - far), within(1e-12));
    }

    /// Fronts of one point have a volume too.
    @Test
    void anObjectiveWithoutARangeIsMeasuredByItsSize() {
        Front front = Front.of(trials(0.5, 10), BOTH);
        FrontScale scale = FrontScale.of(BOTH, List.of(front)).orElseThrow();
        assertThat(scale.hypervolume(front)).isEqualTo(1);
        Front worse = Front.of(trials(0.25, 10), BOTH);
        assertThat(scale.hypervolume(worse)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.hypervolume(Front.of(trials(-1, 10), BOTH))).isZero();
    }

    @Test
    void growsByWhatEachTrialAdds() {
        List<Evaluation> trials = trials(0.5, 10, 0.4, 20, 1, 1000, 0.5, 10, Double.NaN, 0);
        Front front = Front.of(trials, BOTH);
        FrontScale scale = FrontScale.of(BOTH, List.of(front)).orElseThrow();
        List<Growth> growth = Growth.of(trials, Map.of(new TrialId(1), 2.0, new TrialId(5), 3.0), scale);
        assertThat(growth.stream().map(Growth::trials)).containsExactly(1L, 3L, 5L);
        assertThat(growth.stream().map(Growth::trial)).containsExactly(1L, 3L, 3L);
        assertThat(growth.stream().map(Growth::seconds)).containsExactly(2.0, 2.0, 5.0);
        assertThat(growth.getLast().hypervolume()).isCloseTo(scale.hypervolume(front), within(1e-12));
    }

    @Test
    void aTrialOutsideOfConstraintsIsNoImprovement() {
        List<Evaluation> trials = trials(0.5, 10, 0.9, 2000, 0.6, 100);
        assertThat(Improvement.of(trials, Map.of(), LIMITED).stream().map(Improvement::trial))
                .containsExactly(1L, 3L);
        assertThat(Improvement.of(trials, Map.of(), BOTH).stream().map(Improvement::trial))
                .containsExactly(1L, 2L, 2L);
    }
}
