package dev.mendel.space;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Counts the different configurations of a grid without visiting them: hyperparameter by hyperparameter,
/// keeping only those values that a later condition or a rule asks for.
final class GridCount {
    private static final long MOST_BRANCHES = 10_000;
    /// So many values are looked at in no time worth speaking of, and so many in some seconds.
    private static final double QUICK_LOOKS = 100_000;

    private static final double MOST_LOOKS = 5_000_000;
    private static final double MOST_STATES = 500_000;

    private final List<Hyperparameter> hyperparameters;
    private final List<List<Value>> grids;
    private final Rules rules;
    private final List<List<Rule>> judged;
    private final List<Set<String>> askedLater;

    /// The count from a place on, by the values that matter from there on.
    private record State(int place, Map<String, Value> chosen) {}

    private final Map<State, BigInteger> known = new HashMap<>();

    GridCount(SearchSpace space) {
        hyperparameters = space.hyperparameters();
        grids = hyperparameters.stream().map(Hyperparameter::grid).toList();
        rules = space.rules();
        judged = judged(space);
        askedLater = IntStream.range(0, hyperparameters.size())
                .mapToObj(this::namesAskedAfter)
                .toList();
    }

    /// The rules of a space by the place of the last hyperparameter that they name.
    static List<List<Rule>> judged(SearchSpace space) {
        List<String> names =
                space.hyperparameters().stream().map(Hyperparameter::name).toList();
        return IntStream.range(0, names.size())
                .mapToObj(place -> space.rules()
                        .all()
                        .filter(rule -> rule.names().stream()
                                        .mapToInt(names::indexOf)
                                        .max()
                                        .orElse(-1)
                                == place)
                        .toList())
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
                branches = branches.multiply(BigInteger.valueOf(grids.get(place).size()));
            }
        }
        return branches.compareTo(BigInteger.valueOf(MOST_BRANCHES)) <= 0
                && (rules.isEmpty() || looks(MOST_BRANCHES) <= QUICK_LOOKS);
    }

    /// Whether counting takes some seconds at most, and some hundred megabytes.
    boolean isCountable() {
        return looks(MOST_STATES) <= MOST_LOOKS;
    }

    /// How many values are looked at, at most; infinite where it needs more states than so many at one place.
    private double looks(double mostStates) {
        double states = 1;
        double looks = 0;
        for (int place = 0; place < hyperparameters.size(); place++) {
            looks += states * (isBranching(place) ? grids.get(place).size() : 1);
            states = 1;
            for (int earlier = 0; earlier <= place; earlier++) {
                boolean kept = askedLater
                        .get(place)
                        .contains(hyperparameters.get(earlier).name());
                states *= kept ? grids.get(earlier).size() : 1;
            }
            if (states > mostStates) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return looks;
    }

    /// Whether the values at a place differ in what they leave to count.
    private boolean isBranching(int place) {
        return askedLater.get(place).contains(hyperparameters.get(place).name())
                || !judged.get(place).isEmpty();
    }

    /// The configuration of a number: the same as a walk over the grid comes to after so many others.
    ///
    /// @param number from 0, below the count
    Configuration at(BigInteger number) {
        if (number.signum() < 0 || number.compareTo(count()) >= 0) {
            throw new IndexOutOfBoundsException("the grid has no configuration " + number);
        }
        var all = new LinkedHashMap<String, Value>();
        BigInteger left = number;
        for (int place = 0; place < hyperparameters.size(); place++) {
            Hyperparameter hyperparameter = hyperparameters.get(place);
            if (hyperparameter.condition().holds(all)) {
                left = choose(place, left, all);
            }
        }
        return new Configuration(all);
    }

    /// Chooses the value under which the number falls; returns its place among the configurations that have it.
    private BigInteger choose(int place, BigInteger number, Map<String, Value> all) {
        Hyperparameter hyperparameter = hyperparameters.get(place);
        BigInteger left = number;
        if (!isBranching(place)) {
            BigInteger[] split = number.divideAndRemainder(count(new State(place + 1, relevant(place, all))));
            all.put(hyperparameter.name(), grids.get(place).get(split[0].intValueExact()));
            return split[1];
        }
        for (Value value : grids.get(place)) {
            all.put(hyperparameter.name(), value);
            if (!isAllowed(place, all)) {
                continue;
            }
            BigInteger under = count(new State(place + 1, relevant(place, all)));
            if (left.compareTo(under) < 0) {
                return left;
            }
            left = left.subtract(under);
        }
        throw new IllegalStateException("no value of " + hyperparameter.name() + " has configuration " + number);
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
        if (!hyperparameter.condition().holds(state.chosen())) {
            return count(new State(state.place() + 1, relevant(state.place(), state.chosen())));
        }
        List<Value> grid = grids.get(state.place());
        if (!isBranching(state.place())) {
            BigInteger rest = count(new State(state.place() + 1, relevant(state.place(), state.chosen())));
            return rest.multiply(BigInteger.valueOf(grid.size()));
        }
        BigInteger sum = BigInteger.ZERO;
        for (Value value : grid) {
            var chosen = new LinkedHashMap<>(state.chosen());
            chosen.put(hyperparameter.name(), value);
            if (isAllowed(state.place(), chosen)) {
                sum = sum.add(count(new State(state.place() + 1, relevant(state.place(), chosen))));
            }
        }
        return sum;
    }

    private boolean isAllowed(int place, Map<String, Value> chosen) {
        for (Rule rule : judged.get(place)) {
            if (!rule.isKeptBy(chosen)) {
                return false;
            }
        }
        return true;
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
        for (List<Rule> later : judged.subList(place + 1, judged.size())) {
            later.forEach(rule -> names.addAll(rule.names()));
        }
        return names;
    }
}
