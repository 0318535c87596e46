package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Scale;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GoalsTest {
    private static final Goal ACCURACY = new Goal("accuracy", Direction.MAXIMISE, Scale.LINEAR);
    private static final Goal WEIGHTS = new Goal("weights", Direction.MINIMISE, Scale.LOG);
    private static final Goals TWO = new Goals(List.of(ACCURACY, WEIGHTS), List.of());

    private static final Goals LIMITED = new Goals(
            List.of(ACCURACY, WEIGHTS),
            List.of(new Limit("seconds", Limit.Side.AT_MOST, 5), new Limit("accuracy", Limit.Side.AT_LEAST, 0.5)));

    private static FoldResult fold(double score, Map<String, Double> measures) {
        return new FoldResult(new Score(score), measures, List.of(), Duration.ZERO);
    }

    private static Outcome.Finished finished(FoldResult... folds) {
        return new Outcome.Finished(Arrays.asList(folds));
    }

    private static Outcome.Finished limited(double score, double seconds) {
        return finished(fold(score, Map.of("weights", 7.0, "seconds", seconds)));
    }

    @Test
    void valuesAreMeansOverFoldsAndTheFirstIsTheTrialsOwn() {
        var outcome = finished(fold(0.5, Map.of("weights", 10.0)), fold(0.7, Map.of("weights", 20.0)));
        assertThat(TWO.values(outcome)).hasValue(List.of(outcome.mean(), 15.0));
        assertThat(TWO.worth(outcome)).containsExactly(outcome.mean(), -15.0);
    }

    @Test
    void aTrialThatLacksAMeasureIsWorthWhatAFailedOneIs() {
        var outcome = finished(fold(0.5, Map.of("weights", 10.0)), fold(0.7, Map.of("loss", 1.0)));
        assertThat(TWO.values(outcome)).isEmpty();
        assertThat(TWO.fault(outcome))
                .hasValue("the answer has no value \"weights\", which is an objective or constrained; it has loss");
        var failed = new Outcome.Failed(0, "diverged", Duration.ZERO);
        assertThat(TWO.worth(outcome))
                .isEqualTo(TWO.worth(failed))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatIsOutsideIsBelowAllInsideInTheOrderOfItsExcess() {
        double inside = LIMITED.worth(limited(0.5, 5)).getFirst();
        double little = LIMITED.worth(limited(0.9, 5.1)).getFirst();
        double slow = LIMITED.worth(limited(0.9, 10)).getFirst();
        double both = LIMITED.worth(limited(0.4, 10)).getFirst();
        double far = LIMITED.worth(limited(0.9, 1e300)).getFirst();
        assertThat(inside).isEqualTo(0.5);
        assertThat(new double[] {far, both, slow, little, -1e300}).isSorted().doesNotHaveDuplicates();
        assertThat(far).isGreaterThan(Double.NEGATIVE_INFINITY);
    }

    @Test
    void anExcessIsRelativeToItsBound() {
        assertThat(LIMITED.excess(limited(0.4, 10))).isCloseTo(1 + 0.2, within(1e-12));
        assertThat(new Limit("x", Limit.Side.AT_MOST, 0).excess(3)).isEqualTo(3);
        assertThat(new Limit("x", Limit.Side.AT_LEAST, -1e308).excess(1e308)).isZero();
    }

    @Test
    void aLimitReadsWhatItWrites() {
        for (String text : List.of("<= 5", ">= 0.9", "<= -3", ">= 1.0E300")) {
            assertThat(Limit.parse("x", text).map(Limit::text)).hasValue(text);
        }
        assertThat(Limit.parse("x", " <=5 ")).hasValue(new Limit("x", Limit.Side.AT_MOST, 5));
        for (String text : List.of("5", "< 5", "<= five", ">= NaN", "<= Infinity", "")) {
            assertThat(Limit.parse("x", text)).isEmpty();
        }
    }

    @Test
    void objectivesHaveDifferentNamesAndAreFew() {
        assertThatThrownBy(() -> new Goals(List.of(ACCURACY, ACCURACY), List.of()))
                .hasMessage("two objectives have the name accuracy");
        List<Goal> five = List.of(ACCURACY, WEIGHTS, ACCURACY, ACCURACY, ACCURACY);
        assertThatThrownBy(() -> new Goals(five, List.of())).hasMessage("found 5 objectives; allowed are 1 to 4");
    }

    @Test
    void placesOnALogarithmicScaleAreOfRatios() {
        assertThat(WEIGHTS.place(100) - WEIGHTS.place(10))
                .isCloseTo(WEIGHTS.place(10) - WEIGHTS.place(1), within(1e-12));
        assertThat(WEIGHTS.place(0)).isEqualTo(WEIGHTS.place(-1)).isFinite();
        assertThat(ACCURACY.place(0.25)).isEqualTo(0.25);
    }

    @Test
    void aValueIsFoundAgainAtItsPlace() {
        assertThat(WEIGHTS.value(WEIGHTS.place(5000))).isCloseTo(5000, within(1e-9));
        assertThat(ACCURACY.value(ACCURACY.place(0.9))).isEqualTo(0.9);
    }

    @Test
    void otherGoalsAreToldApart() {
        var alone = new Goals(List.of(ACCURACY), List.of(new Limit("seconds", Limit.Side.AT_MOST, 5)));
        assertThat(TWO.differences(TWO)).isEmpty();
        assertThat(TWO.differences(new Goals(List.of(ACCURACY, WEIGHTS), alone.limits())))
                .containsExactly("its constraints are seconds <= 5 there, none here");
        assertThat(TWO.differences(Goals.NONE))
                .containsExactly("its objectives are the objective's value alone there,"
                        + " accuracy (maximise), weights (minimise, log) here");
        // the name of a single objective says nothing of the trials' own value
        assertThat(Goals.NONE.differences(alone)).containsExactly("its constraints are seconds <= 5 there, none here");
    }
}
