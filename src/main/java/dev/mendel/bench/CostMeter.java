package dev.mendel.bench;

import dev.mendel.search.Race;
import dev.mendel.search.SearchListener;
import dev.mendel.search.surrogate.Acquisition;
import dev.mendel.search.surrogate.Surrogate;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Outcome;
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
import java.util.OptionalDouble;
import java.util.stream.Stream;

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
    private record Found(double cost, Trial trial, Outcome.Finished outcome) {}

    /// @param limit the cost at which the search ends
    CostMeter(Race race, double limit) {
        this.race = race;
        this.limit = limit;
    }

    @Override
    public void rungReached(Trial trial, int rung, AtRung there, List<FoldRun> folds) {
        spend(trial, race.rungs().get(rung).share());
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        if (!(outcome instanceof Outcome.Stopped)) {
            spend(trial, 1);
            if (outcome instanceof Outcome.Finished known) {
                found.add(new Found(cost, trial, known));
            }
            finished++;
        }
    }

    private void spend(Trial trial, double share) {
        cost += share - shares.getOrDefault(trial.id(), 0.0);
        shares.put(trial.id(), share);
    }

    /// The score, without noise, of the trial with the best one found at a cost, of equals the first; negative
    /// infinity if there is none.
    double after(double spent) {
        return until(spent)
                .map(Found::outcome)
                .reduce((one, other) -> other.mean() > one.mean() ? other : one)
                .map(Noisy::truth)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /// The configurations of the trials that were finished at a cost, in the order in which a model of their
    /// scores believes in them.
    List<Configuration> believed(double spent, SearchSpace space) {
        var model = new Surrogate(space, Acquisition.TURNS, 1);
        until(spent)
                .forEach(each -> model.learn(
                        each.trial().configuration(),
                        List.of(),
                        OptionalDouble.of(each.outcome().mean())));
        return model.believed();
    }

    private Stream<Found> until(double spent) {
        return found.stream().filter(each -> each.cost() <= spent + ROUNDING);
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
