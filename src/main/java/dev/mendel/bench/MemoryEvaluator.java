package dev.mendel.bench;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.Evaluator;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Evaluates on the thread that asks, keeps nothing on disk, and notes the best score after each different
/// configuration.
final class MemoryEvaluator implements Evaluator {
    private static final Seed EXPERIMENT = new Seed(1);

    private final Objective objective;
    private final int limit;
    private final Map<Configuration, Evaluation> known = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Double> best = new ArrayList<>();

    /// @param limit how many different configurations are evaluated
    MemoryEvaluator(Objective objective, int limit) {
        this.objective = objective;
        this.limit = limit;
    }

    @Override
    public List<Evaluation> evaluate(int generation, List<Configuration> configurations, Heat heat) {
        return configurations.stream()
                .map(each -> known.computeIfAbsent(each, _ -> evaluation(generation, each)))
                .toList();
    }

    @Override
    public void close() {}

    /// The best score of the first so many different configurations, or of all if there were fewer.
    double after(int trials) {
        return best.get(Math.min(trials, best.size()) - 1);
    }

    /// The outcomes of the first so many different configurations, or of all if there were fewer.
    List<Outcome> first(int trials) {
        return outcomes.subList(0, Math.min(trials, outcomes.size()));
    }

    private Evaluation evaluation(int generation, Configuration configuration) {
        if (best.size() == limit) {
            throw new SearchEndedException(Ending.TRIALS);
        }
        var trial = Trial.of(new TrialId(best.size() + 1L), configuration, EXPERIMENT);
        Outcome outcome = outcome(trial);
        outcomes.add(outcome);
        double before = best.isEmpty() ? Double.NEGATIVE_INFINITY : best.getLast();
        best.add(Math.max(before, outcome.score().map(score -> score.value()).orElse(before)));
        return new Evaluation(trial, generation, outcome);
    }

    private Outcome outcome(Trial trial) {
        try {
            return new Outcome.Finished(List.of(objective.evaluate(trial, 0)));
        } catch (EvaluationException e) {
            return new Outcome.Failed(0, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchEndedException(Ending.STOPPED);
        }
    }
}
