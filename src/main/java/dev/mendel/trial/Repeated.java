package dev.mendel.trial;

import java.util.Optional;

/// Evaluates each fold of a noisy objective several times, each time with another seed; every evaluation is a
/// fold to its callers.
///
/// @param once the objective to repeat; closed with this
/// @param times how often, at least 1
public record Repeated(Objective once, int times) implements Objective {
    public Repeated {
        if (times < 1) {
            throw new IllegalArgumentException("repeats: " + times + " is not 1 or more");
        }
    }

    /// As often as is said; once is the objective itself.
    public static Objective of(Objective once, int times) {
        return times == 1 ? once : new Repeated(once, times);
    }

    @Override
    public int folds() {
        return once.folds() * times;
    }

    @Override
    public int epochs() {
        return once.epochs();
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return once.evaluate(repeat(trial, fold), fold % once.folds());
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return once.begin(repeat(trial, fold), fold % once.folds());
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return once.test(trial);
    }

    @Override
    public void close() {
        once.close();
    }

    private Trial repeat(Trial trial, int fold) {
        Seed seed = trial.seed().derive("repeat", fold / once.folds());
        return new Trial(trial.id(), trial.configuration(), seed);
    }
}
