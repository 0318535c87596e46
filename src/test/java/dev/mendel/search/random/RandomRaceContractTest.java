package dev.mendel.search.random;

import dev.mendel.search.Race;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.search.StrategyContract;
import dev.mendel.trial.Seed;

class RandomRaceContractTest extends StrategyContract {
    @Override
    protected SearchStrategy strategy(Seed seed) {
        return new RandomSearch(90);
    }

    @Override
    protected Race race() {
        return Stopping.RUNGS.race(2, 1);
    }
}
