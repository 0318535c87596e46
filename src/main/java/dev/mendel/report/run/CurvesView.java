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
/// @param folds for each fold, for each epoch: the loss and whatever else was measured, by name
record CurvesView(long trial, List<List<Map<String, Double>>> folds) {
    private static final int SHOWN = 10;
    private static final String LOSS = "loss";

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
                                .map(fold ->
                                        fold.stream().map(CurvesView::numbers).toList())
                                .toList()));
            }
        }
        return views;
    }

    private static Map<String, Double> numbers(FoldResult.Epoch epoch) {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put(LOSS, epoch.loss());
        numbers.putAll(epoch.measures());
        return numbers;
    }
}
