package dev.mendel.report.compare.front;

import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.FairReading;
import dev.mendel.report.compare.ScoreUnit;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The conclusions that a comparison of fronts allows, in one paragraph.
final class FrontReading {
    private FrontReading() {}

    static String of(FrontComparison comparison, ScoreUnit unit) {
        var sentences = new ArrayList<String>();
        sentences.add(FairReading.same(unit, "values"));
        if (!comparison.constraints().isEmpty()) {
            sentences.add(FairReading.constraints(comparison.constraints()));
        }
        sentences.add("Hypervolumes and distances are measured on one scale, made of the fronts of all these runs: they"
                + " compare the runs here, and change when others are added.");
        sentences.add(reference(comparison.reference().grid()));
        sentences.add("The values on a front are the best of many noisy ones and so too good, the more so the more"
                + " configurations were tried: to judge a front, read its retest.");
        FairReading.few(comparison.arms().stream().map(arm -> arm.runs().size()).toList())
                .ifPresent(sentences::add);
        sentences.add(FairReading.COMPUTE);
        return String.join(" ", sentences);
    }

    private static String reference(@Nullable Grid grid) {
        return grid == null
                ? "Without a complete grid the true front is unknown: the reference is what all these runs found"
                        + " together, and what none of them found does not count as missed."
                : String.format(
                        Locale.ROOT,
                        "The reference is the front of all %,d points of the grid: no configuration of the grid is beyond"
                                + " it, but one that is no point of the grid may be.",
                        grid.points());
    }
}
