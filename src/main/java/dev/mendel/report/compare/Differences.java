package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The difference between two arms, and the chance that it is luck.
final class Differences {
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
        return Holm.corrected(differences);
    }

    private static void unpaired(
            Arm one, Arm other, String of, Function<Member, @Nullable Double> number, List<Difference> differences) {
        new SignificanceTest(one.name(), other.name(), of)
                .overRuns(Spread.numbers(one.runs(), number), Spread.numbers(other.runs(), number))
                .ifPresent(differences::add);
    }

    /// In each round all configurations learn from the same pairs and are tested on the same: the mean over an
    /// arm's winners is paired round by round.
    private static void paired(Arm one, Arm other, List<Difference> differences) {
        new SignificanceTest(one.name(), other.name(), "fresh pairs")
                .overRounds(rounds(one), rounds(other))
                .ifPresent(differences::add);
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
