package dev.mendel.space;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the different configurations of a grid without visiting them: hyperparameter by hyperparameter,
/// keeping only those values that a later condition asks for.
final class GridCount {
    private static final long MOST_BRANCHES = 10_000;

    private final List<Hyperparameter> hyperparameters;
    private final List<Set<String>> askedLater;

    /// The count from a place on, by the values that matter from there on.
    private record State(int place, Map<String, Value> chosen) {}

    private final Map<State, BigInteger> known = new HashMap<>();

    GridCount(SearchSpace space) {
        hyperparameters = space.hyperparameters();
        askedLater = hyperparameters.stream()
                .map(hyperparameter -> namesAskedAfter(hyperparameters.indexOf(hyperparameter)))
                .toList();
    }

    BigInteger count() {
        return count(new State(0, Map.of()));
    }

    /// Whether counting takes no time worth speaking of.
    boolean isQuick() {
        BigInteger branches = BigInteger.ONE;
        for (int place = 0; place < hyperparameters.size(); place++) {
            if (askedLater.get(place).contains(hyperparameters.get(place).name())) {
                branches = branches.multiply(
                        BigInteger.valueOf(hyperparameters.get(place).grid().size()));
            }
        }
        return branches.compareTo(BigInteger.valueOf(MOST_BRANCHES)) <= 0;
    }

    /// The configuration of a number: the same as a walk over the grid comes to after so many others.
    ///
    /// @param number from 0, below the count
    Configuration at(BigInteger number) {
        var all = new LinkedHashMap<String, Value>();
        BigInteger left = number;
        for (int place = 0; place < hyperparameters.size(); place++) {
            Hyperparameter hyperparameter = hyperparameters.get(place);
            if (SearchSpace.holds(hyperparameter.condition(), all)) {
                left = choose(place, left, all);
            }
        }
        return new Configuration(all);
    }

    /// Chooses the value under which the number falls; returns its place among the configurations that have it.
    private BigInteger choose(int place, BigInteger number, Map<String, Value> all) {
        Hyperparameter hyperparameter = hyperparameters.get(place);
        BigInteger left = number;
        for (Value value : hyperparameter.grid()) {
            all.put(hyperparameter.name(), value);
            BigInteger under = count(new State(place + 1, relevant(place, all)));
            if (left.compareTo(under) < 0) {
                return left;
            }
            left = left.subtract(under);
        }
        throw new IndexOutOfBoundsException("the grid has no configuration " + number);
    }

    private BigInteger count(State state) {
        if (state.place() == hyperparameters.size()) {
            return BigInteger.ONE;
        }
        BigInteger count = known.get(state);
        if (count == null) {
            count = countFrom(state);
            known.put(state, count);
        }
        return count;
    }

    private BigInteger countFrom(State state) {
        Hyperparameter hyperparameter = hyperparameters.get(state.place());
        if (!SearchSpace.holds(hyperparameter.condition(), state.chosen())) {
            return count(new State(state.place() + 1, relevant(state.place(), state.chosen())));
        }
        List<Value> grid = hyperparameter.grid();
        if (!askedLater.get(state.place()).contains(hyperparameter.name())) {
            BigInteger rest = count(new State(state.place() + 1, relevant(state.place(), state.chosen())));
            return rest.multiply(BigInteger.valueOf(grid.size()));
        }
        BigInteger sum = BigInteger.ZERO;
        for (Value value : grid) {
            var chosen = new LinkedHashMap<>(state.chosen());
            chosen.put(hyperparameter.name(), value);
            sum = sum.add(count(new State(state.place() + 1, relevant(state.place(), chosen))));
        }
        return sum;
    }

    private Map<String, Value> relevant(int place, Map<String, Value> chosen) {
        var kept = new LinkedHashMap<>(chosen);
        kept.keySet().retainAll(askedLater.get(place));
        return kept;
    }

    private Set<String> namesAskedAfter(int place) {
        var names = new HashSet<String>();
        for (Hyperparameter later : hyperparameters.subList(place + 1, hyperparameters.size())) {
            later.condition().all().forEach(requirement -> names.add(requirement.name()));
        }
        return names;
    }
}
