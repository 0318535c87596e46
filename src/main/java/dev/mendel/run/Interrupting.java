package dev.mendel.run;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.Evaluator;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// An evaluator that ends a search between evaluations when something is asked of its run, so that it goes on
/// from its checkpoint otherwise. For one thread.
final class Interrupting implements Evaluator {
    /// The time between looks.
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Evaluator own;
    private final BooleanSupplier asked;
    private long looked = System.nanoTime() - PAUSE.toNanos();
    private boolean interrupted;

    /// @param own closed by its owner
    /// @param asked whether something is asked
    Interrupting(Evaluator own, BooleanSupplier asked) {
        this.own = own;
        this.asked = asked;
    }

    /// Whether this ended the search.
    boolean interrupted() {
        return interrupted;
    }

    @Override
    public List<Evaluation> evaluate(int generation, List<Configuration> configurations, Heat heat) {
        look();
        return own.evaluate(generation, configurations, heat);
    }

    @Override
    public void requireOpen() {
        own.requireOpen();
        look();
    }

    @Override
    public void close() {}

    private void look() {
        if (System.nanoTime() - looked < PAUSE.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        if (asked.getAsBoolean()) {
            interrupted = true;
            throw new SearchEndedException(Ending.STOPPED);
        }
    }
}
