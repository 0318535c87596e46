package dev.mendel.search.genetic;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

/// With generations that are bred near the best.
class NearContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new GeneticSearch(NearSettings.of(20));
    }
}
