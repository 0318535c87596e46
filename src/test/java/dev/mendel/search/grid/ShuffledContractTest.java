package dev.mendel.search.grid;

import dev.mendel.search.SearchStrategy;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class ShuffledContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new GridSearch(new Shuffled(SPACE.gridSize().longValueExact(), SPACE.gridPlaces(), seed));
    }
}
