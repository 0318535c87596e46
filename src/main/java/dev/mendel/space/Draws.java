package dev.mendel.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws of a space that keep its rules: what breaks one is drawn again. Without rules the first draw counts.
record Draws(SearchSpace space) {
    /// So many draws tell whether rules leave enough, before a search.
    static final int LOOKED_AT = 10_000;

    /// So many are made in a search. Where one of those looked at kept the rules, all of these break them with no
    /// chance worth speaking of.
    private static final int MOST = 10_000_000;

    /// So many around given values, likewise.
    private static final int MOST_AROUND = 1_000_000;

    /// After so many draws around them, defaults give way to draws.
    private static final int WITH_DEFAULTS = 100;

    /// A full choice of values, each drawn uniformly on its scale.
    ///
    /// @throws IllegalArgumentException if the rules leave hardly anything
    List<Value> sample(RandomGenerator random) {
        return sample(random, MOST).orElseThrow(() -> new IllegalArgumentException(hardlyAnything(MOST)));
    }

    /// Why draws can't be made; empty if they can.
    Optional<String> fault(RandomGenerator random) {
        return sample(random, LOOKED_AT).isPresent() ? Optional.empty() : Optional.of(hardlyAnything(LOOKED_AT));
    }

    /// A full choice of values around those given.
    ///
    /// @throws IllegalArgumentException if the rules leave none
    List<Value> complete(Map<String, Value> given, RandomGenerator random) {
        return complete(given, random, MOST_AROUND)
                .orElseThrow(() -> new IllegalArgumentException(given + " " + complaint(given, random)));
    }

    /// Why there is none; empty if there is one.
    Optional<String> fault(Map<String, Value> given, RandomGenerator random) {
        return complete(given, random, LOOKED_AT).isPresent()
                ? Optional.empty()
                : Optional.of(complaint(given, random));
    }

    private Optional<List<Value>> sample(RandomGenerator random, int most) {
        for (int i = 0; i < most; i++) {
            List<Value> drawn = space.hyperparameters().stream()
                    .map(hyperparameter -> hyperparameter.sample(random))
                    .toList();
            if (space.allows(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private Optional<List<Value>> complete(Map<String, Value> given, RandomGenerator random, int most) {
        boolean whole = space.hyperparameters().stream().allMatch(each -> given.containsKey(each.name()));
        for (int i = 0; i < (whole ? 1 : most); i++) {
            List<Value> values = completed(given, i < WITH_DEFAULTS, random);
            if (space.allows(values)) {
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    private List<Value> completed(Map<String, Value> given, boolean defaults, RandomGenerator random) {
        var values = new ArrayList<Value>();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            Value drawn = hyperparameter.sample(random);
            Value usual = defaults ? hyperparameter.defaultValue().orElse(drawn) : drawn;
            Value value = given.getOrDefault(hyperparameter.name(), usual);
            if (!hyperparameter.contains(value)) {
                throw Checks.notContained(hyperparameter, value);
            }
            values.add(value);
        }
        return values;
    }

    /// What one configuration of the given values does, as all do.
    private String complaint(Map<String, Value> given, RandomGenerator random) {
        Map<String, Value> chosen =
                space.canonical(completed(given, true, random)).values();
        return space.rules().broken(chosen).map(Rule::complaint).orElse("breaks the rules");
    }

    private static String hardlyAnything(int count) {
        return "the rules leave hardly anything: " + count + " random configurations all broke them";
    }
}
