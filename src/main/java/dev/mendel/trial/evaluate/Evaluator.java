package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import java.util.List;

/// Has configurations evaluated: as many at once as it can, each different one once in the whole run, without
/// the answers depending on how many workers there are.
public interface Evaluator extends AutoCloseable {

    /// Evaluates configurations. Known trials are remembered, not evaluated again.
    ///
    /// @param generation the generation that asks
    /// @return one evaluation for each configuration, in their order
    /// @throws SearchEndedException if the search has to end before all of them are evaluated
    default List<Evaluation> evaluate(int generation, List<Configuration> configurations) {
        return evaluate(generation, configurations, Heat.NONE);
    }

    /// Evaluates configurations that race: those that the generation is the first to ask for. What was known
    /// before is remembered, and takes no part.
    ///
    /// @param generation the generation that asks
    /// @return one evaluation for each configuration, in their order
    /// @throws SearchEndedException if the search has to end before all of them have an outcome
    List<Evaluation> evaluate(int generation, List<Configuration> configurations, Heat heat);

    /// Returns if the search may go on; for strategies that work for long between evaluations.
    ///
    /// @throws SearchEndedException if it has been stopped, its thread interrupted, or its time is up
    default void requireOpen() {}

    /// Ends the workers. Folds they are at are given up.
    @Override
    void close();
}
