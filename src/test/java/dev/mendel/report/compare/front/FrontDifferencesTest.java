package dev.mendel.report.compare.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.front.FrontComparison.Arm;
import dev.mendel.report.compare.front.FrontComparison.Member;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontDifferencesTest {
    /// Runs with the seeds from a first one on, in another order than their seeds.
    private static Arm arm(String name, int seed, double... hypervolumes) {
        List<Member> members = IntStream.range(0, hypervolumes.length)
                .mapToObj(i -> member(seed + i, hypervolumes[i]))
                .toList()
                .reversed();
        return new Arm(name, members, List.of(), List.of(), List.of(), List.of());
    }

    private static Member member(int seed, double hypervolume) {
        return new Member(
                "run-" + seed, seed, 10, 0, 0, 10, 1, 1, List.of(), hypervolume, null, 0, null, null, null, List.of());
    }

    @Test
    void theSameSeedsArePaired() {
        // all five above, by another distance each: 2 of 2^5 signs are as extreme; of the ranks 2 of 252 are where
        // all are above all
        Arm one = arm("one", 1, 0.91, 0.72, 0.83, 0.64, 0.95);
        Arm two = arm("two", 1, 0.90, 0.70, 0.80, 0.60, 0.90);
        List<Difference> differences = FrontDifferences.of(List.of(one, two));
        assertThat(differences)
                .extracting(Difference::test)
                .containsExactly("Mann-Whitney U test over runs", "Wilcoxon signed-rank test over seeds");
        assertThat(differences.get(0).pValue()).isGreaterThan(0.3);
        assertThat(differences.get(1).pValue()).isCloseTo(2.0 / 32, within(1e-12));
        assertThat(differences.get(1).adjusted()).isCloseTo(4.0 / 32, within(1e-12));
        assertThat(differences.get(1).difference()).isCloseTo(0.03, within(1e-12));
        assertThat(differences.get(1).count()).isEqualTo(5);
    }

    @Test
    void otherSeedsOrFewAreNotPaired() {
        Arm five = arm("five", 1, 0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(FrontDifferences.of(List.of(five, arm("other", 2, 0.6, 0.7, 0.8, 0.9, 0.95))))
                .extracting(Difference::test)
                .containsExactly("Mann-Whitney U test over runs");
        assertThat(FrontDifferences.of(List.of(arm("four", 1, 0.1, 0.2, 0.3, 0.4), arm("4", 1, 0.5, 0.6, 0.7, 0.8))))
                .extracting(Difference::test)
                .containsExactly("Mann-Whitney U test over runs");
        assertThat(FrontDifferences.of(List.of(five, arm("grid", 1, 0.9)))).isEmpty();
    }

    @Test
    void equalHypervolumesLeaveNothingToTest() {
        Arm one = arm("one", 1, 0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(FrontDifferences.of(List.of(one, one)))
                .filteredOn(difference -> difference.test().startsWith("Wilcoxon"))
                .singleElement()
                .returns(null, Difference::pValue)
                .returns(null, Difference::adjusted);
    }
}
