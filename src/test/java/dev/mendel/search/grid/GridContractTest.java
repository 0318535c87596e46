package dev.mendel.search.grid;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class GridContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new GridSearch(SPACE.grid());
    }
}
