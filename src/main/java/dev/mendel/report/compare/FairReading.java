package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a comparison's numbers allow to say, in one paragraph.
final class FairReading {
    private FairReading() {}

    static String of(Comparison comparison) {
        var sentences = new ArrayList<String>();
        sentences.add(
                (comparison.unit().share() ? "All runs scored on the same folds" : "All runs asked the same objective")
                        + " with the same seeds of trials, so a configuration has one score"
                        + " whoever asked for it, and runs differ only in what they asked for.");
        for (Arm arm : comparison.arms()) {
            optimism(arm, comparison.unit(), sentences);
        }
        sentences.add("A winner's own score is the best of many noisy ones and therefore too good, the"
                + " more so the more configurations were tried: for how good a winner is, read "
                + (comparison.unit().share() ? "the test or the fresh pairs" : "what a retest made of it")
                + "; its score says only how far the search came.");
        Grid grid = comparison.reference().grid();
        sentences.add(
                grid == null
                        ? "Without a complete grid the true optimum is unknown: near means near the best of these runs."
                        : String.format(
                                Locale.ROOT,
                                "Being near the grid's best is a statement on these folds; the grid's own"
                                        + " winner was picked from %,d scores and is the luckiest of them.",
                                grid.points()));
        few(comparison, sentences);
        sentences.add(
                "Compute counts what each trial's own threads took, also where a run took the result over, so that"
                        + " neither remembered trials nor other load flatter anyone; the clock does not.");
        return String.join(" ", sentences);
    }

    /// How far an arm's winners fell, from their scores to pairs that nobody had seen.
    private static void optimism(Arm arm, ScoreUnit unit, List<String> sentences) {
        boolean rounds = arm.runs().stream().allMatch(member -> member.freshPairs() != null);
        Function<Member, @Nullable Double> seen = member -> member.freshPairs() != null && rounds
                ? Double.valueOf(member.freshPairs().mean())
                : member.test();
        List<Member> known = arm.runs().stream()
                .filter(member -> member.best() != null && seen.apply(member) != null)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        double score = Statistics.mean(numbers(known, Member::best));
        double fresh = Statistics.mean(numbers(known, seen));
        sentences.add(String.format(
                Locale.ROOT,
                "%s: the winner%s scored %s in the search and %s on pairs that no search had seen (%s), %s.",
                arm.name(),
                known.size() == 1 ? "" : "s of " + known.size() + " runs",
                unit.words(score),
                unit.words(fresh),
                rounds ? "rounds of fresh pairs" : "one test each, after training on all pairs of the search",
                unit.differenceWords(fresh - score)));
    }

    private static void few(Comparison comparison, List<String> sentences) {
        long single =
                comparison.arms().stream().filter(arm -> arm.runs().size() < 5).count();
        if (single > 0 && comparison.arms().size() > 1) {
            sentences.add(single + " of the " + comparison.arms().size()
                    + " strategies were run with fewer than five seeds: their luck is not averaged out (a complete grid"
                    + " has none).");
        }
    }

    private static double[] numbers(List<Member> members, Function<Member, @Nullable Double> number) {
        return members.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
