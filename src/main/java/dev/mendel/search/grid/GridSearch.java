package dev.mendel.search.grid;

import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Standing;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Ending;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.util.ArrayList;

/// Asks for configurations in a fixed order, as a rule for every different one of a space's grid. Lazy: a grid
/// of any size begins at once. It has no generations and needs no checkpoint, since known trials are not
/// evaluated again.
///
/// @param configurations the configurations to ask for; the same at each iteration
public record GridSearch(Iterable<Configuration> configurations) implements SearchStrategy {
    /// So many configurations are asked for together: enough to keep all workers busy.
    private static final int TOGETHER = 256;

    @Override
    public Ending search(Search search) {
        var together = new ArrayList<Configuration>();
        Standing standing = search.standing();
        Race race = search.race();
        Heat heat = race.heat(0, Race.KEEP, search.goals());
        try {
            for (Configuration configuration : configurations) {
                together.add(configuration);
                if (together.size() == (race.isOn() ? Race.TOGETHER : standing.together(TOGETHER))) {
                    standing.add(search.evaluator().evaluate(0, together, heat));
                    together.clear();
                    standing.requireOpen();
                }
            }
            standing.add(search.evaluator().evaluate(0, together, heat));
            standing.requireWorking();
            return Ending.COMPLETE;
        } catch (SearchEndedException e) {
            return e.ending();
        }
    }
}
