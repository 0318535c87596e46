package dev.mendel.search.genetic;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class GeneticContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new GeneticSearch(EvolutionSettings.defaults());
    }
}
