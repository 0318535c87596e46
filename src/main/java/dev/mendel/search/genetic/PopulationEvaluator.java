package dev.mendel.search.genetic;

import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.Heat;
import io.jenetics.Phenotype;
import io.jenetics.engine.Evaluator;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.List;

/// Hands the members of a population that have no fitness yet to the trials' evaluator, all at once and in
/// order.
final class PopulationEvaluator implements Evaluator<HyperparameterGene, Fitness> {
    private final SpaceCodec codec;
    private final dev.mendel.trial.evaluate.Evaluator trials;
    private final Goals goals;
    private Heat heat = Heat.NONE;

    /// @param goals what outcomes are judged by
    PopulationEvaluator(SpaceCodec codec, dev.mendel.trial.evaluate.Evaluator trials, Goals goals) {
        this.goals = goals;
        this.codec = codec;
        this.trials = trials;
    }

    /// Sets the heat of those that are evaluated next.
    void race(Heat next) {
        heat = next;
    }

    @Override
    public ISeq<Phenotype<HyperparameterGene, Fitness>> eval(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        List<Phenotype<HyperparameterGene, Fitness>> newborn =
                population.stream().filter(Phenotype::nonEvaluated).toList();
        var evaluations = evaluate(newborn).iterator();
        return population.stream()
                .map(member -> member.isEvaluated()
                        ? member
                        : member.withFitness(Fitness.of(evaluations.next().outcome(), goals)))
                .collect(ISeq.toISeq());
    }

    /// The outcome of each of the members; asks only for those that are not known.
    List<Evaluation> evaluate(List<Phenotype<HyperparameterGene, Fitness>> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        int generation = (int) members.getLast().generation();
        return trials.evaluate(
                generation,
                members.stream().map(member -> codec.decode(member.genotype())).toList(),
                heat);
    }
}
