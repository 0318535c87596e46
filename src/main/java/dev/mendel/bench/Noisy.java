package dev.mendel.bench;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Gaussian;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import java.util.Map;

/// A task's objective whose scores have noise, drawn anew for each trial and repeat; every repeat is a fold. A
/// result keeps the score without noise.
///
/// @param own of one fold; closed with this
/// @param deviation the standard deviation of the noise
/// @param repeats how often a trial is evaluated, at least 1
record Noisy(Objective own, double deviation, int repeats) implements Objective {
    /// The measure that is the score without noise.
    private static final String TRUE = "true";

    /// The score of an outcome without noise; of one without noise its mean.
    static double truth(Outcome.Finished outcome) {
        return outcome.folds().getFirst().measures().getOrDefault(TRUE, outcome.mean());
    }

    @Override
    public int folds() {
        return repeats;
    }

    @Override
    public int epochs() {
        return 1;
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return Objective.super.begin(trial, fold);
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        FoldResult exact = own.evaluate(trial, 0);
        double noise = Gaussian.next(trial.seed().derive("noise", fold).random());
        double score = exact.score().value();
        return new FoldResult(new Score(score + deviation * noise), Map.of(TRUE, score), exact.epochs(), exact.time());
    }

    @Override
    public void close() {
        own.close();
    }
}
