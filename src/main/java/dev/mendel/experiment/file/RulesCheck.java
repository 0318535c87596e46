package dev.mendel.experiment.file;

import dev.mendel.experiment.Enqueued;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the rules of a space against the configurations that a file gives, and against chance.
///
/// @param fields of the file, in which nothing else is wrong
record RulesCheck(Fields fields, SearchSpace space) {
    private static final Seed ALWAYS_THE_SAME = new Seed(1);

    /// Tells where a file asks for what its rules forbid.
    void check(List<Map<String, Value>> initial, List<Enqueued> enqueued, List<Configuration> configurations) {
        if (space.rules().isEmpty()) {
            return;
        }
        space.fault(ALWAYS_THE_SAME.random())
                .ifPresent(fault ->
                        fields.find("where").or(() -> fields.find("forbidden")).ifPresent(field -> field.fault(fault)));
        items("initial", initial.stream().map(this::fault).toList());
        items(
                "enqueued",
                enqueued.stream().map(Enqueued::values).map(this::fault).toList());
        items(
                "configurations",
                configurations.stream()
                        .map(configuration -> space.broken(configuration).map(rule -> rule.complaint()))
                        .toList());
    }

    private Optional<String> fault(Map<String, Value> given) {
        return space.fault(given, ALWAYS_THE_SAME.random());
    }

    /// @param faults of the items of a section, in its order
    private void items(String section, List<Optional<String>> faults) {
        List<Field> items =
                fields.find(section).flatMap(field -> field.items("a list")).orElse(List.of());
        for (int i = 0; i < Math.min(items.size(), faults.size()); i++) {
            faults.get(i).ifPresent(items.get(i)::fault);
        }
    }
}
