package dev.mendel.bench;

import dev.mendel.search.Race;
import dev.mendel.search.SearchListener;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.Evaluator;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cost of a search, in whole trials: its trials, and of those that were stopped the share that was
/// trained. Notes the best score of finished trials at each cost, and ends the search at a limit. For one
/// thread.
final class CostMeter implements SearchListener {
    private static final double ROUNDING = 1e-9;

    private final Race race;
    private final double limit;
    private final Map<TrialId, Double> shares = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private double cost;
    private long finished;

    /// @param cost at which a trial was finished
    private record Found(double cost, double score) {}

    /// @param limit the cost at which the search ends
    CostMeter(Race race, double limit) {
        this.race = race;
        this.limit = limit;
    }

    @Override
    public void rungReached(Trial trial, int rung, Score score, List<FoldRun> folds) {
        spend(trial, race.rungs().get(rung).share());
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        if (!(outcome instanceof Outcome.Stopped)) {
            spend(trial, 1);
            outcome.score().ifPresent(score -> found.add(new Found(cost, score.value())));
            finished++;
        }
    }

    private void spend(Trial trial, double share) {
        cost += share - shares.getOrDefault(trial.id(), 0.0);
        shares.put(trial.id(), share);
    }

    /// The best score found at a cost; negative infinity if there is none.
    double after(double spent) {
        return found.stream()
                .filter(each -> each.cost() <= spent + ROUNDING)
                .mapToDouble(Found::score)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /// The number of trials begun.
    long begun() {
        return shares.size();
    }

    long finished() {
        return finished;
    }

    /// An evaluator that ends the search once the limit is reached.
    Evaluator limiting(Evaluator own) {
        return new Evaluator() {
            @Override
            public List<Evaluation> evaluate(int generation, List<Configuration> configurations, Heat heat) {
                if (cost >= limit - ROUNDING) {
                    throw new SearchEndedException(Ending.TRIALS);
                }
                return own.evaluate(generation, configurations, heat);
            }

            @Override
            public void close() {}
        };
    }
}
