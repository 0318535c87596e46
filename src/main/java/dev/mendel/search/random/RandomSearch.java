package dev.mendel.search.random;

import dev.mendel.search.Race;
import dev.mendel.search.Search;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Standing;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Ending;
import dev.mendel.trial.evaluate.SearchEndedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Asks for configurations drawn at random, each hyperparameter uniformly on its scale, none twice; first for
/// those the experiment wants tried. The draws depend on the run's seed alone, so a random search needs no
/// checkpoint: one that goes on draws the same again, and known trials are not evaluated again. It has no
/// generations.
///
/// @param most at most so many different configurations are asked for
public record RandomSearch(long most) implements SearchStrategy {
    /// So many configurations are asked for together, on every machine.
    private static final int TOGETHER = 64;

    /// After so many draws that bring nothing new the space counts as exhausted.
    private static final int PATIENCE = 10_000;

    @Override
    public Ending search(Search search) {
        Set<Configuration> asked = new HashSet<>();
        Standing standing = search.standing();
        Race race = search.race();
        try {
            for (int batch = 0; asked.size() < most; batch++) {
                List<Configuration> drawn = draw(search, batch, asked);
                if (drawn.isEmpty()) {
                    return Ending.EXHAUSTED;
                }
                int from = 0;
                while (from < drawn.size()) {
                    int to = Math.min(from + (race.isOn() ? Race.TOGETHER : standing.together(TOGETHER)), drawn.size());
                    List<Configuration> next = drawn.subList(from, to);
                    from = to;
                    standing.add(search.evaluator().evaluate(0, next, race.heat(0, Race.KEEP, search.goals())));
                    standing.requireOpen();
                }
            }
            return Ending.COMPLETE;
        } catch (SearchEndedException e) {
            return e.ending();
        }
    }

    /// The next configurations that were not asked for yet; fewer where the space has no more.
    private List<Configuration> draw(Search search, int batch, Set<Configuration> asked) {
        int together = search.race().isOn() ? Race.TOGETHER : TOGETHER;
        RandomGenerator random = search.seed().derive("random", batch).random();
        SearchSpace space = search.space();
        var drawn = new ArrayList<Configuration>();
        if (batch == 0) {
            for (Map<String, Value> given : search.initial()) {
                add(space.canonical(space.complete(given, random)), asked, drawn);
            }
        }
        int inVain = 0;
        while (drawn.size() < together && asked.size() < most && inVain < PATIENCE) {
            inVain = add(space.canonical(space.sample(random)), asked, drawn) ? 0 : inVain + 1;
        }
        return drawn;
    }

    private boolean add(Configuration configuration, Set<Configuration> asked, List<Configuration> drawn) {
        boolean isNew = asked.size() < most && asked.add(configuration);
        if (isNew) {
            drawn.add(configuration);
        }
        return isNew;
    }
}
