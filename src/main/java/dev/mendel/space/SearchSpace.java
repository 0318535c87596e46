package dev.mendel.space;

import java.math.BigInteger;
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
/// @param rules between them; configurations that break one are not of the space
public record SearchSpace(List<Hyperparameter> hyperparameters, Rules rules) {
    public SearchSpace {
        hyperparameters = List.copyOf(hyperparameters);
        if (hyperparameters.isEmpty()) {
            throw new IllegalArgumentException("a search space has at least one hyperparameter");
        }
        var earlier = new LinkedHashMap<String, Hyperparameter>();
        for (Hyperparameter hyperparameter : hyperparameters) {
            Checks.condition(hyperparameter, earlier);
            if (earlier.put(hyperparameter.name(), hyperparameter) != null) {
                throw new IllegalArgumentException(hyperparameter.name() + ": the name is used twice");
            }
        }
        rules.check(earlier);
    }

    /// A space without rules.
    public SearchSpace(List<Hyperparameter> hyperparameters) {
        this(hyperparameters, Rules.NONE);
    }

    /// A space of the given hyperparameters.
    public static SearchSpace of(Hyperparameter... hyperparameters) {
        return new SearchSpace(List.of(hyperparameters));
    }

    /// The same, without configurations that have all of these values.
    ///
    /// @param combination by name: a value, a collection of values, or a comparison as a text, `"> 0.3"`
    /// @throws IllegalArgumentException if a name is unknown or a value is not in the space
    public SearchSpace forbid(Map<String, ?> combination) {
        return new SearchSpace(hyperparameters, rules.and(Rule.Forbidden.of(combination, this)));
    }

    /// The same, of configurations for which a condition holds: `layers * width <= 4096`. Minus has spaces round
    /// it, since names may have it inside.
    ///
    /// @throws IllegalArgumentException if it is none, or names what is no number of the space
    public SearchSpace where(String condition) {
        try {
            return new SearchSpace(hyperparameters, rules.and(Rule.Where.of(condition)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("where: " + condition + ": " + e.getMessage(), e);
        }
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
            if (hyperparameter.condition().holds(chosen)) {
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
            boolean takesPart = hyperparameter.condition().holds(chosen);
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
                .map(name -> name + " is no hyperparameter of it")
                .or(() -> rules.broken(chosen).map(rule -> "it " + rule.complaint()));
    }

    /// Whether a configuration keeps the rules.
    ///
    /// @param configuration of these hyperparameters
    public boolean allows(Configuration configuration) {
        return broken(configuration).isEmpty();
    }

    /// The first rule that a configuration breaks.
    ///
    /// @param configuration of these hyperparameters
    public Optional<Rule> broken(Configuration configuration) {
        return rules.isEmpty() ? Optional.empty() : rules.broken(configuration.values());
    }

    boolean allows(List<Value> values) {
        return rules.isEmpty() || allows(canonical(values));
    }

    /// A full choice of values around those given, which keeps the rules: missing ones take their default, or are
    /// drawn if they have none, or if defaults break the rules.
    ///
    /// @param given by name
    /// @throws IllegalArgumentException if a name is unknown, a value is not in the space, or the rules leave no
    ///     configuration that has those given
    public List<Value> complete(Map<String, Value> given, RandomGenerator random) {
        for (String name : given.keySet()) {
            if (find(name).isEmpty()) {
                throw new IllegalArgumentException(name + ": no such hyperparameter; known are " + names());
            }
        }
        return new Draws(this).complete(given, random);
    }

    /// What is wrong with values, of which some may be missing: what all configurations around them do to the rules.
    /// Empty where [#complete] finds one, as far as some thousand draws can tell.
    public Optional<String> fault(Map<String, Value> given, RandomGenerator random) {
        return rules.isEmpty() ? Optional.empty() : new Draws(this).fault(given, random);
    }

    /// A full choice of values, each drawn uniformly on its scale, all of it again where it breaks a rule.
    ///
    /// @throws IllegalArgumentException if the rules leave hardly anything
    public List<Value> sample(RandomGenerator random) {
        return new Draws(this).sample(random);
    }

    /// Why the rules leave too little to draw from; empty if they don't, as far as some thousand draws can tell.
    public Optional<String> fault(RandomGenerator random) {
        return rules.isEmpty() ? Optional.empty() : new Draws(this).fault(random);
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

    /// The number of different configurations in the grid, all of which an exhaustive search tries; at most so
    /// many where it is not [#isGridCounted]. Zero where a hyperparameter has no grid, or rules leave none.
    public BigInteger gridSize() {
        if (!ungridded().isEmpty()) {
            return BigInteger.ZERO;
        }
        return new GridCount(isGridCounted() ? this : withoutRules()).count();
    }

    /// Whether the size of the grid is exact: not where it would take long to count what rules leave of it.
    public boolean isGridCounted() {
        return rules.isEmpty() || !ungridded().isEmpty() || new GridCount(this).isCountable();
    }

    /// The same hyperparameters without the rules between them.
    public SearchSpace withoutRules() {
        return new SearchSpace(hyperparameters);
    }

    /// The number of different configurations in the whole space; empty where it has real numbers, or would
    /// take long to count.
    public Optional<BigInteger> size() {
        List<Hyperparameter> whole = hyperparameters.stream()
                .map(hyperparameter -> hyperparameter instanceof Range range
                        ? range.with(null, range.condition(), range.declaredDefault())
                        : hyperparameter)
                .toList();
        var space = new SearchSpace(whole, rules);
        if (!space.ungridded().isEmpty()) {
            return Optional.empty();
        }
        var count = new GridCount(space);
        return count.isQuick() ? Optional.of(count.count()) : Optional.empty();
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
}
