package dev.mendel.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Member;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static Member member(double best, double @Nullable [] rounds) {
        Again again = rounds == null
                ? null
                : new Again(
                        Statistics.mean(rounds),
                        Statistics.standardError(rounds),
                        Arrays.stream(rounds).boxed().toList());
        return new Member("run", 1, 10, 0, 0, 30, 5, 6, best, "x=1", null, null, null, null, null, again, List.of());
    }

    private static Arm arm(String name, Member... members) {
        return new Arm(name, List.of(members), List.of(), List.of());
    }

    @Test
    void roundsArePaired() {
        Arm one = arm("one", member(0.9, new double[] {0.91, 0.92, 0.93, 0.90}));
        Arm two = arm("two", member(0.9, new double[] {0.90, 0.90, 0.92, 0.89}));
        // differences 0.01, 0.02, 0.01, 0.01: t = 0.0125 / (0.005 / 2) = 5 with three degrees of freedom
        assertThat(Differences.of(List.of(one, two))).singleElement().satisfies(difference -> {
            assertThat(difference.of()).isEqualTo("fresh pairs");
            assertThat(difference.difference()).isCloseTo(0.0125, within(1e-12));
            assertThat(difference.pValue()).isCloseTo(0.0154, within(1e-4));
        });
    }

    @Test
    void theSameScoresLeaveNothingToTest() {
        double[] rounds = {0.91, 0.92, 0.93};
        Arm one = arm("one", member(0.9, rounds), member(0.9, rounds), member(0.9, rounds));
        Arm two = arm("two", member(0.9, rounds));
        assertThat(Differences.of(List.of(one, two))).singleElement().returns(null, Difference::pValue);
    }

    @Test
    void roundsAreComparedOnlyWhereAllWinnersWereTried() {
        Arm one = arm("one", member(0.9, new double[] {0.91, 0.92}), member(0.8, null));
        Arm two = arm("two", member(0.9, new double[] {0.90, 0.90}));
        assertThat(Differences.of(List.of(one, two))).isEmpty();
    }

    @Test
    void scoresOfSeveralRunsAreComparedUnpaired() {
        Arm one = arm("one", member(0.90, null), member(0.91, null), member(0.92, null), member(0.93, null));
        Arm two = arm("two", member(0.80, null), member(0.81, null), member(0.82, null), member(0.83, null));
        // all four above all four others: 2 of the 70 ways to split eight ranks are as extreme
        assertThat(Differences.of(List.of(one, two))).singleElement().satisfies(difference -> {
            assertThat(difference.difference()).isCloseTo(0.1, within(1e-12));
            assertThat(difference.pValue()).isCloseTo(2.0 / 70, within(1e-9));
        });
    }

    @Test
    void chancesAreCorrectedForTheirNumberByHolm() {
        Arm one = arm("one", member(0.90, null), member(0.91, null), member(0.92, null), member(0.93, null));
        Arm two = arm("two", member(0.80, null), member(0.81, null), member(0.82, null), member(0.83, null));
        Arm three = arm("three", member(0.805, null), member(0.815, null), member(0.825, null), member(0.835, null));
        List<Difference> differences = Differences.of(List.of(one, two, three));
        double least = 2.0 / 70;
        assertThat(differences)
                .extracting(Difference::pValue)
                .element(0)
                .isEqualTo(differences.get(1).pValue());
        // 3 times the least, 2 times the next but no less than that, and the last as it is
        assertThat(differences.get(0).adjusted()).isCloseTo(3 * least, within(1e-9));
        assertThat(differences.get(1).adjusted()).isCloseTo(3 * least, within(1e-9));
        assertThat(differences.get(2).adjusted()).isEqualTo(differences.get(2).pValue());
    }
}
