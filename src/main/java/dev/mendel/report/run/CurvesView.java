package dev.mendel.report.run;

import dev.mendel.store.StoredRun;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.TrialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The training curves of one of the best trials' folds.
///
/// @param folds for each fold its epochs, in order
record CurvesView(long trial, List<List<Epoch>> folds) {
    private static final int SHOWN = 10;
    private static final String LOSS = "loss";

    /// An epoch that was told.
    ///
    /// @param number its own number: some programs tell every tenth only
    /// @param measures the loss, where there is one, and all else that was measured, by name
    record Epoch(int number, Map<String, Double> measures) {
        static Epoch of(FoldResult.Epoch epoch) {
            var measures = new LinkedHashMap<String, Double>();
            if (Double.isFinite(epoch.loss())) {
                measures.put(LOSS, epoch.loss());
            }
            measures.putAll(epoch.measures());
            return new Epoch(epoch.number(), measures);
        }
    }

    /// Of those of the best that were trained in epochs.
    static List<CurvesView> of(StoredRun run, List<BestView> best) {
        var views = new ArrayList<CurvesView>();
        for (BestView each : best.subList(0, Math.min(SHOWN, best.size()))) {
            Collection<List<FoldResult.Epoch>> folds =
                    run.epochs(new TrialId(each.trial())).values();
            if (!folds.isEmpty()) {
                views.add(new CurvesView(
                        each.trial(),
                        folds.stream()
                                .map(fold -> fold.stream().map(Epoch::of).toList())
                                .toList()));
            }
        }
        return views;
    }
}
