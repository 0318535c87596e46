package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The conclusions that a comparison's numbers allow, in one paragraph.
public final class FairReading {
    /// The meaning of times.
    public static final String COMPUTE = "Compute is the trials' own thread time, including results taken over, so that"
            + " remembered trials and other load do not distort it; wall time does not correct for them.";

    private FairReading() {}

    static String of(Comparison comparison) {
        var sentences = new ArrayList<String>();
        sentences.add(
                (comparison.unit().share() ? "All runs scored on the same folds" : "All runs asked the same objective")
                        + " with the same seeds of trials, so a configuration has the same score"
                        + " in every run, and runs differ only in the configurations they tried.");
        comparison
                .limits()
                .values()
                .forEach(limits -> sentences.add("Trials outside of the constraints (" + String.join(", ", limits)
                        + ") count for nothing here."));
        for (Arm arm : comparison.arms()) {
            optimism(arm, comparison.unit(), sentences);
        }
        sentences.add("A winner's own score is the best of many noisy ones and so too good, the"
                + " more so the more configurations were tried: to judge a winner, read "
                + (comparison.unit().share() ? "the test or the fresh pairs" : "its retest")
                + "; its score only shows the progress of the search.");
        Grid grid = comparison.reference().grid();
        sentences.add(
                grid == null
                        ? "Without a complete grid the true optimum is unknown: near means near the best of these runs."
                        : String.format(
                                Locale.ROOT,
                                "Being near the grid's best is a statement on these %s; the grid's own"
                                        + " winner was picked from %,d scores and is the luckiest of them.",
                                comparison.unit().share() ? "folds" : "evaluations",
                                grid.points()));
        few(comparison.arms().stream().map(arm -> arm.runs().size()).toList()).ifPresent(sentences::add);
        sentences.add(COMPUTE);
        return String.join(" ", sentences);
    }

    /// What all runs have in common.
    ///
    /// @param result the word for what a configuration gets
    public static String same(ScoreUnit unit, String result) {
        return (unit.share() ? "All runs scored on the same folds" : "All runs asked the same objective")
                + " with the same seeds of trials, so a configuration has the same " + result
                + " in every run, and runs differ only in the configurations they tried.";
    }

    /// What constraints do.
    public static String constraints(List<String> constraints) {
        return "Trials outside of the constraints (" + String.join(", ", constraints) + ") count for nothing here.";
    }

    /// The drop of an arm's winners, from their scores to fresh pairs.
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
        double score = Statistics.mean(Spread.numbers(known, Member::best));
        double fresh = Statistics.mean(Spread.numbers(known, seen));
        sentences.add(String.format(
                Locale.ROOT,
                "%s: the winner%s scored %s in the search and %s %s, %s.",
                arm.name(),
                known.size() == 1 ? "" : "s of " + known.size() + " runs",
                unit.words(score),
                unit.words(fresh),
                unseen(unit, rounds),
                unit.differenceWords(fresh - score)));
    }

    private static String unseen(ScoreUnit unit, boolean rounds) {
        if (!unit.share()) {
            return "by the objective's own test";
        }
        return "on pairs that no search had seen ("
                + (rounds ? "rounds of fresh pairs" : "one test each, after training on all pairs of the search")
                + ")";
    }

    /// What few seeds leave open, if there are few.
    ///
    /// @param runs how many runs each strategy has
    public static Optional<String> few(List<Integer> runs) {
        long few = runs.stream().filter(each -> each < 5).count();
        return few > 0 && runs.size() > 1
                ? Optional.of(few + " of the " + runs.size()
                        + " strategies were run with fewer than five seeds: their luck is not averaged out (a complete"
                        + " grid has none).")
                : Optional.empty();
    }
}
