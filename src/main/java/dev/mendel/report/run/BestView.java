package dev.mendel.report.run;

import dev.mendel.analysis.Statistics;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of the best trials.
///
/// @param configuration by name, as a person writes the values
/// @param deviation the folds' standard deviation; 0 for a single fold
/// @param score the objective's own value, as all of these
/// @param folds the folds' values, in order
/// @param measures whatever else was measured: means over the folds
/// @param test the score on data that no fold has seen; not a number where it was not tried
/// @param tested the other measures of the test
record BestView(
        long trial,
        int generation,
        Map<String, String> configuration,
        double score,
        double deviation,
        List<Double> folds,
        Map<String, Double> measures,
        double seconds,
        double test,
        Map<String, Double> tested) {
    private static final int SHOWN = 20;

    /// The best, best first.
    static List<BestView> of(StoredRun run, Map<TrialId, Double> seconds) {
        var best = new ArrayList<BestView>();
        for (Evaluation evaluation : run.best(SHOWN)) {
            if (evaluation.outcome() instanceof Outcome.Finished finished) {
                best.add(of(run, evaluation, finished, seconds));
            }
        }
        return best;
    }

    private static BestView of(
            StoredRun run, Evaluation evaluation, Outcome.Finished finished, Map<TrialId, Double> seconds) {
        TrialId id = evaluation.trial().id();
        Direction direction = run.manifest().direction();
        var test = run.test(id);
        return new BestView(
                id.number(),
                evaluation.generation(),
                values(evaluation),
                direction.value(finished.mean()),
                finished.standardDeviation(),
                finished.folds().stream()
                        .map(fold -> direction.value(fold.score()))
                        .toList(),
                means(finished.folds()),
                seconds.getOrDefault(id, 0.0),
                test.map(result -> direction.value(result.score())).orElse(Double.NaN),
                test.map(FoldResult::measures).orElse(Map.of()));
    }

    private static Map<String, String> values(Evaluation evaluation) {
        var values = new LinkedHashMap<String, String>();
        evaluation.trial().configuration().values().forEach((name, value) -> values.put(name, value.display()));
        return values;
    }

    private static Map<String, Double> means(List<FoldResult> folds) {
        var means = new LinkedHashMap<String, Double>();
        for (String name : folds.getFirst().measures().keySet()) {
            means.put(
                    name,
                    Statistics.mean(folds.stream()
                            .mapToDouble(fold -> fold.measures().getOrDefault(name, Double.NaN))
                            .toArray()));
        }
        return means;
    }
}
