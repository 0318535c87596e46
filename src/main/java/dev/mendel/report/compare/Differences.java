package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.TTest;
import org.jspecify.annotations.Nullable;

/// The difference between two arms, and the chance that it is luck.
final class Differences {
    private static final String PAIRED = "paired t test over rounds of these winners";
    private static final double ROUNDING = 1e-12;
    private static final String UNPAIRED = "Mann-Whitney U test over runs";

    private Differences() {}

    /// For each two arms: the cross-validated scores of their winners, the winners' tests, and their scores in
    /// rounds of fresh pairs, as far as there are such numbers.
    static List<Difference> of(List<Arm> arms) {
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < arms.size(); i++) {
            for (Arm other : arms.subList(i + 1, arms.size())) {
                unpaired(arms.get(i), other, "score of the winner", Member::best, differences);
                unpaired(arms.get(i), other, "test of the winner", Member::test, differences);
                paired(arms.get(i), other, differences);
            }
        }
        return corrected(differences);
    }

    /// With Holm's correction for many tests (S. Holm, "A simple sequentially rejective multiple test procedure",
    /// 1979): the smallest of m chances counts m times, the next m - 1 times, and none less than the one before.
    private static List<Difference> corrected(List<Difference> differences) {
        List<Difference> tested = differences.stream()
                .filter(difference -> difference.pValue() != null)
                .sorted(Comparator.comparing(Difference::pValue))
                .toList();
        var adjusted = new IdentityHashMap<Difference, Double>();
        double least = 0;
        for (int i = 0; i < tested.size(); i++) {
            Difference difference = tested.get(i);
            least = Math.max(least, Math.min(1, (tested.size() - i) * Objects.requireNonNull(difference.pValue())));
            adjusted.put(difference, least);
        }
        return differences.stream()
                .map(difference -> new Difference(
                        difference.one(),
                        difference.other(),
                        difference.of(),
                        difference.test(),
                        difference.count(),
                        difference.difference(),
                        difference.pValue(),
                        adjusted.get(difference)))
                .toList();
    }

    /// Runs with different seeds have nothing in common, so their numbers are not paired.
    private static void unpaired(
            Arm one, Arm other, String of, Function<Member, @Nullable Double> number, List<Difference> differences) {
        double[] first = numbers(one, number);
        double[] second = numbers(other, number);
        if (first.length > 1 && second.length > 1) {
            differences.add(new Difference(
                    one.name(),
                    other.name(),
                    of,
                    UNPAIRED,
                    Math.min(first.length, second.length),
                    Statistics.mean(first) - Statistics.mean(second),
                    probability(() ->
                            MannWhitneyUTest.withDefaults().test(first, second).getPValue()),
                    null));
        }
    }

    /// In each round all configurations learn from the same pairs and are tested on the same: the mean over an
    /// arm's winners is paired round by round.
    private static void paired(Arm one, Arm other, List<Difference> differences) {
        double[] first = rounds(one);
        double[] second = rounds(other);
        if (first.length > 1 && first.length == second.length) {
            differences.add(new Difference(
                    one.name(),
                    other.name(),
                    "fresh pairs",
                    PAIRED,
                    first.length,
                    Statistics.mean(first) - Statistics.mean(second),
                    isSame(first, second)
                            ? null
                            : probability(() -> TTest.withDefaults()
                                    .pairedTest(first, second)
                                    .getPValue()),
                    null));
        }
    }

    /// Whether numbers differ by no more than the order in which they were added up.
    private static boolean isSame(double[] first, double[] second) {
        return IntStream.range(0, first.length).allMatch(i -> Math.abs(first[i] - second[i]) < ROUNDING);
    }

    /// A question to the library.
    private interface Asking {
        double pValue();
    }

    /// The answer; null where the numbers are all alike.
    private static @Nullable Double probability(Asking asking) {
        double value = asking.pValue();
        return Double.isNaN(value) ? null : value;
    }

    private static double[] numbers(Arm arm, Function<Member, @Nullable Double> number) {
        return arm.runs().stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /// The mean over the arm's winners in each round; none unless all of them were tried in equally many.
    private static double[] rounds(Arm arm) {
        List<Again> winners = arm.runs().stream()
                .map(Member::freshPairs)
                .filter(Objects::nonNull)
                .toList();
        if (winners.isEmpty() || winners.size() < arm.runs().size()) {
            return new double[0];
        }
        int rounds = winners.getFirst().values().size();
        if (winners.stream().anyMatch(winner -> winner.values().size() != rounds)) {
            return new double[0];
        }
        return IntStream.range(0, rounds)
                .mapToDouble(round -> winners.stream()
                        .mapToDouble(winner -> winner.values().get(round))
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
