package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Difference;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/// Holm's correction of the chances of many tests.
public final class Holm {
    private Holm() {}

    /// With Holm's correction for many tests (S. Holm, "A simple sequentially rejective multiple test procedure",
    /// 1979): the smallest of m chances counts m times, the next m - 1 times, and none less than the one before.
    public static List<Difference> corrected(List<Difference> differences) {
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
}
