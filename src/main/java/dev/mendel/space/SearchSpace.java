package dev.mendel.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/// All that can be chosen: hyperparameters in an order in which every condition looks back. Immutable.
///
/// @param hyperparameters at least one, names unique; a condition names only earlier ones and values that they
///     can take
public record SearchSpace(List<Hyperparameter> hyperparameters) {
    public SearchSpace {
        hyperparameters = List.copyOf(hyperparameters);
        if (hyperparameters.isEmpty()) {
            throw new IllegalArgumentException("a search space has at least one hyperparameter");
        }
        var earlier = new LinkedHashMap<String, Hyperparameter>();
        for (Hyperparameter hyperparameter : hyperparameters) {
            checkCondition(hyperparameter, earlier);
            if (earlier.put(hyperparameter.name(), hyperparameter) != null) {
                throw new IllegalArgumentException(hyperparameter.name() + ": the name is used twice");
            }
        }
    }

    /// A space of the given hyperparameters.
    public static SearchSpace of(Hyperparameter... hyperparameters) {
        return new SearchSpace(List.of(hyperparameters));
    }

    /// The hyperparameter of that name.
    public Optional<Hyperparameter> find(String name) {
        return hyperparameters.stream()
                .filter(hyperparameter -> hyperparameter.name().equals(name))
                .findFirst();
    }

    /// The configuration that a full choice of values means.
    ///
    /// @param values one for each hyperparameter, in their order, also for those that will turn out to take no
    ///     part
    /// @throws IllegalArgumentException if the number of values is wrong or one is not in the space
    public Configuration canonical(List<Value> values) {
        if (values.size() != hyperparameters.size()) {
            throw new IllegalArgumentException(
                    "found " + values.size() + " values for " + hyperparameters.size() + " hyperparameters");
        }
        var chosen = new LinkedHashMap<String, Value>();
        for (int i = 0; i < values.size(); i++) {
            Hyperparameter hyperparameter = hyperparameters.get(i);
            Value value = hyperparameter.canonical(values.get(i));
            if (holds(hyperparameter.condition(), chosen)) {
                chosen.put(hyperparameter.name(), value);
            }
        }
        return new Configuration(chosen);
    }

    /// The reason why a configuration is not one of this space; empty if it is.
    public Optional<String> fault(Configuration configuration) {
        Map<String, Value> values = configuration.values();
        var chosen = new LinkedHashMap<String, Value>();
        for (Hyperparameter hyperparameter : hyperparameters) {
            Value value = values.get(hyperparameter.name());
            boolean takesPart = holds(hyperparameter.condition(), chosen);
            if (takesPart != (value != null)) {
                return Optional.of(hyperparameter.name() + (takesPart ? " is missing" : " takes no part"));
            }
            if (value != null) {
                if (!hyperparameter.contains(value)
                        || !hyperparameter.canonical(value).equals(value)) {
                    return Optional.of(
                            hyperparameter.name() + " is " + value.display() + ", not " + hyperparameter.allowed());
                }
                chosen.put(hyperparameter.name(), value);
            }
        }
        return values.keySet().stream()
                .filter(name -> !chosen.containsKey(name))
                .findFirst()
                .map(name -> name + " is no hyperparameter of it");
    }

    /// A full choice of values around those given: missing ones take their default, or are drawn if they have
    /// none.
    ///
    /// @param given by name
    /// @throws IllegalArgumentException if a name is unknown or a value is not in the space
    public List<Value> complete(Map<String, Value> given, RandomGenerator random) {
        for (String name : given.keySet()) {
            if (find(name).isEmpty()) {
                throw new IllegalArgumentException(name + ": no such hyperparameter; known are " + names());
            }
        }
        var values = new ArrayList<Value>();
        for (Hyperparameter hyperparameter : hyperparameters) {
            Value drawn = hyperparameter.sample(random);
            Value value = given.getOrDefault(
                    hyperparameter.name(), hyperparameter.defaultValue().orElse(drawn));
            if (!hyperparameter.contains(value)) {
                throw Checks.notContained(hyperparameter, value);
            }
            values.add(value);
        }
        return values;
    }

    /// A full choice of values, each drawn uniformly on its scale.
    public List<Value> sample(RandomGenerator random) {
        return hyperparameters.stream()
                .map(hyperparameter -> hyperparameter.sample(random))
                .toList();
    }

    /// The hyperparameters without grid values, by name; an exhaustive search needs this to be empty.
    public List<String> ungridded() {
        return hyperparameters.stream()
                .filter(hyperparameter -> hyperparameter.grid().isEmpty())
                .map(Hyperparameter::name)
                .toList();
    }

    /// The names, in order, joined by commas.
    public String names() {
        return String.join(
                ", ", hyperparameters.stream().map(Hyperparameter::name).toList());
    }

    /// The size of the grid as it is written: the product of the numbers of values, equivalent ones and
    /// conditions not regarded. Zero where a hyperparameter has no grid.
    public BigInteger rawGridSize() {
        return hyperparameters.stream()
                .map(hyperparameter -> hyperparameter.written().size())
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /// The number of different configurations in the grid, all of which an exhaustive search tries. Zero where
    /// a hyperparameter has no grid.
    public BigInteger gridSize() {
        return ungridded().isEmpty() ? new GridCount(this).count() : BigInteger.ZERO;
    }

    /// The number of different configurations in the whole space; empty where it has real numbers, or would
    /// take long to count.
    public Optional<BigInteger> size() {
        List<Hyperparameter> whole = hyperparameters.stream()
                .map(hyperparameter -> hyperparameter instanceof Range range
                        ? range.with(null, range.condition(), range.declaredDefault())
                        : hyperparameter)
                .toList();
        var space = new SearchSpace(whole);
        return space.ungridded().isEmpty() && new GridCount(space).isQuick()
                ? Optional.of(space.gridSize())
                : Optional.empty();
    }

    /// The different configurations of the grid, each once, in a fixed order; made while they are looked at.
    ///
    /// @throws IllegalArgumentException if a hyperparameter has no grid
    public Iterable<Configuration> grid() {
        return GridWalk.over(this);
    }

    /// Whether that is the grid of this space, as [#grid] gives it.
    public boolean isGrid(Iterable<Configuration> configurations) {
        return configurations instanceof GridWalk.Grid(SearchSpace space) && space.equals(this);
    }

    /// The configuration that stands at each place of the grid, in its order, found without those before it.
    ///
    /// @throws IllegalArgumentException if a hyperparameter has no grid
    public LongFunction<Configuration> gridPlaces() {
        GridWalk.over(this);
        var count = new GridCount(this);
        return place -> count.at(BigInteger.valueOf(place));
    }

    /// Whether a condition holds for the canonical values chosen so far; absent ones satisfy nothing.
    static boolean holds(Condition condition, Map<String, Value> chosen) {
        for (Condition.Requirement requirement : condition.all()) {
            Value value = chosen.get(requirement.name());
            if (value == null || !requirement.allowed().contains(value)) {
                return false;
            }
        }
        return true;
    }

    private static void checkCondition(Hyperparameter hyperparameter, Map<String, Hyperparameter> earlier) {
        for (Condition.Requirement requirement : hyperparameter.condition().all()) {
            Hyperparameter on = earlier.get(requirement.name());
            if (on == null) {
                throw new IllegalArgumentException(hyperparameter.name() + ": its condition names " + requirement.name()
                        + ", which is not declared before it");
            }
            for (Value value : requirement.allowed()) {
                if (!on.contains(value)) {
                    throw new IllegalArgumentException(hyperparameter.name() + ": its condition wants "
                            + requirement.name() + " to be " + value.display() + ", which is not " + on.allowed());
                }
                if (!on.canonical(value).equals(value)) {
                    throw new IllegalArgumentException(hyperparameter.name() + ": its condition wants "
                            + requirement.name() + " to be " + value.display() + ", which stands for "
                            + on.canonical(value).display() + "; name that one");
                }
            }
        }
    }
}
