package dev.mendel.search.random;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class RandomContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new RandomSearch(90);
    }
}
