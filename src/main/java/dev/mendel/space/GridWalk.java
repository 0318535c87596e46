package dev.mendel.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;

/// Walks over the different configurations of a grid that keep the rules, each once, in the order in which the space
/// names values,
/// the last hyperparameter changing fastest. Holds no more than one of them.
final class GridWalk implements Iterator<Configuration> {
    private final List<Hyperparameter> hyperparameters;
    private final List<List<Value>> grids;
    /// The text of each value in a configuration: there are few values and may be millions of texts.
    private final List<List<String>> members;
    /// The rules that can be judged at each place, as all that they name stands there or before.
    private final List<List<Rule>> judged;
    /// The position of each hyperparameter in its grid; -1 for one that takes no part.
    private final int[] places;
    private boolean more = true;

    GridWalk(SearchSpace space) {
        hyperparameters = space.hyperparameters();
        grids = hyperparameters.stream().map(Hyperparameter::grid).toList();
        members = hyperparameters.stream()
                .map(each -> each.grid().stream()
                        .map(value -> Json.member(each.name(), value))
                        .toList())
                .toList();
        judged = GridCount.judged(space);
        places = new int[hyperparameters.size()];
        int broken = begin(0);
        if (broken < places.length) {
            advance(broken);
        }
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public Configuration next() {
        if (!more) {
            throw new NoSuchElementException("the grid has no more configurations");
        }
        Configuration configuration = configuration();
        advance(places.length - 1);
        return configuration;
    }

    /// Puts the hyperparameters from `from` on to their first values, up to one whose breaks a rule.
    ///
    /// @return the place of that one; the number of hyperparameters if there is none
    private int begin(int from) {
        for (int i = from; i < places.length; i++) {
            places[i] = hyperparameters.get(i).condition().holds(chosen(i)) ? 0 : -1;
            if (places[i] == 0 && !isAllowed(i)) {
                return i;
            }
        }
        return places.length;
    }

    /// Goes on to the next values that keep the rules, those of the hyperparameter at a place first.
    private void advance(int from) {
        int i = from;
        while (i >= 0) {
            if (places[i] < 0 || places[i] + 1 == grids.get(i).size()) {
                i--;
                continue;
            }
            places[i]++;
            i = isAllowed(i) ? begin(i + 1) : i;
            if (i == places.length) {
                return;
            }
        }
        more = false;
    }

    /// Whether the values up to a place keep the rules that can be judged there and not before.
    private boolean isAllowed(int place) {
        List<Rule> here = judged.get(place);
        if (here.isEmpty()) {
            return true;
        }
        Map<String, Value> chosen = chosen(place + 1);
        return here.stream().allMatch(rule -> rule.isKeptBy(chosen));
    }

    private Configuration configuration() {
        int count = (int) Arrays.stream(places).filter(place -> place >= 0).count();
        var names = new String[count];
        var values = new Value[count];
        StringJoiner json = Json.object();
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                names[at] = hyperparameters.get(i).name();
                values[at] = grids.get(i).get(places[i]);
                json.add(members.get(i).get(places[i]));
                at++;
            }
        }
        return new Configuration(names, values, json.toString());
    }

    private Map<String, Value> chosen(int count) {
        var chosen = new LinkedHashMap<String, Value>();
        for (int i = 0; i < count; i++) {
            if (places[i] >= 0) {
                chosen.put(hyperparameters.get(i).name(), grids.get(i).get(places[i]));
            }
        }
        return chosen;
    }

    /// For looking at all of them.
    static Iterable<Configuration> over(SearchSpace space) {
        List<String> missing = new ArrayList<>(space.ungridded());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no grid values for " + String.join(", ", missing));
        }
        return new Grid(space);
    }

    /// The grid of a space.
    record Grid(SearchSpace space) implements Iterable<Configuration> {
        @Override
        public Iterator<Configuration> iterator() {
            return new GridWalk(space);
        }
    }
}
