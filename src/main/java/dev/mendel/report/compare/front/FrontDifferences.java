package dev.mendel.report.compare.front;

import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Holm;
import dev.mendel.report.compare.SignificanceTest;
import dev.mendel.report.compare.Spread;
import dev.mendel.report.compare.front.FrontComparison.Arm;
import dev.mendel.report.compare.front.FrontComparison.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The differences between the hypervolumes of arms, and the chance that they are luck.
final class FrontDifferences {
    /// So few pairs can't show a difference: with four, all of them alike in sign, the chance is .125.
    private static final int PAIRS = 5;

    private FrontDifferences() {}

    /// For each two arms: over runs, and by pairs where both have the same seeds.
    static List<Difference> of(List<Arm> arms) {
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < arms.size(); i++) {
            for (Arm other : arms.subList(i + 1, arms.size())) {
                Arm one = arms.get(i);
                var test = new SignificanceTest(one.name(), other.name(), "hypervolume");
                test.overRuns(hypervolumes(one), hypervolumes(other)).ifPresent(differences::add);
                if (isPaired(seeds(one), seeds(other))) {
                    differences.add(test.overSeeds(hypervolumes(one), hypervolumes(other)));
                }
            }
        }
        return Holm.corrected(differences);
    }

    private static boolean isPaired(List<Long> one, List<Long> other) {
        return one.equals(other) && one.size() >= PAIRS && new HashSet<>(one).size() == one.size();
    }

    private static List<Long> seeds(Arm arm) {
        return bySeed(arm).stream().map(Member::seed).toList();
    }

    private static double[] hypervolumes(Arm arm) {
        return Spread.numbers(bySeed(arm), Member::hypervolume);
    }

    private static List<Member> bySeed(Arm arm) {
        return arm.runs().stream()
                .sorted(Comparator.comparingLong(Member::seed))
                .toList();
    }
}
