package dev.mendel.search.grid;

import dev.mendel.search.Race;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class GridRaceContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new GridSearch(SPACE.grid());
    }

    @Override
    protected Race race() {
        return Stopping.RUNGS.race(2, 1);
    }
}
