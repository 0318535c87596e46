package dev.mendel.imports;

import dev.mendel.experiment.yaml.Fault;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Places given values in a space, and its rules. What is given of a hyperparameter that takes no part counts for
/// nothing; one that
/// takes part and is not given has its default.
record Placing(SearchSpace space) {

    /// A configuration of the space, or the reasons why there is none.
    ///
    /// @param configuration empty where there are faults
    record Placed(Optional<Configuration> configuration, List<Fault> faults) {}

    /// Places one choice of values.
    ///
    /// @param given by the name of the hyperparameter
    /// @param whole the place of all the values together
    Placed place(Function<String, Optional<Given>> given, Place whole) {
        var values = new ArrayList<Value>();
        var doubtful = new LinkedHashMap<String, Fault>();
        // the hyperparameters of which nobody knows whether they take part, or with which value
        var unknown = new HashSet<String>();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            Optional<Given> found = given.apply(hyperparameter.name());
            Optional<Value> value = found.isPresent() ? found.get().as(hyperparameter) : hyperparameter.defaultValue();
            if (dependsOn(unknown, hyperparameter)) {
                unknown.add(hyperparameter.name());
            } else if (value.isEmpty()) {
                unknown.add(hyperparameter.name());
                doubtful.put(hyperparameter.name(), fault(hyperparameter, found, whole));
            }
            values.add(value.orElseGet(() -> hyperparameter.extremes().getFirst()));
        }
        Configuration configuration = space.canonical(values);
        List<Fault> faults = doubtful.entrySet().stream()
                .filter(entry -> configuration.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (faults.isEmpty()) {
            faults = space.broken(configuration)
                    .map(rule -> List.of(new Fault(whole, "", rule.complaint())))
                    .orElse(List.of());
        }
        return new Placed(faults.isEmpty() ? Optional.of(configuration) : Optional.empty(), faults);
    }

    /// Whether every configuration has to be given a value of the hyperparameter.
    static boolean needs(Hyperparameter hyperparameter) {
        return hyperparameter.condition().equals(Condition.ALWAYS)
                && hyperparameter.defaultValue().isEmpty();
    }

    private static boolean dependsOn(Set<String> names, Hyperparameter hyperparameter) {
        return hyperparameter.condition().all().stream().anyMatch(requirement -> names.contains(requirement.name()));
    }

    private static Fault fault(Hyperparameter hyperparameter, Optional<Given> found, Place whole) {
        return found.map(value -> new Fault(
                        value.place(), hyperparameter.name(), value.shown() + " is not " + hyperparameter.allowed()))
                .orElseGet(() ->
                        new Fault(whole, hyperparameter.name(), "is missing; allowed is " + hyperparameter.allowed()));
    }
}
