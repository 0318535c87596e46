package dev.mendel.trial;

import java.util.Optional;

/// Evaluates each fold of a noisy objective several times, each time with another seed; every evaluation is a
/// fold to whoever asks.
///
/// @param once what is evaluated; closed with this
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
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        int repeat = fold / once.folds();
        Seed seed = trial.seed().derive("repeat", repeat);
        return once.evaluate(new Trial(trial.id(), trial.configuration(), seed), fold % once.folds());
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return once.test(trial);
    }

    @Override
    public void close() {
        once.close();
    }
}
