package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the field `equivalent`: groups of choices that mean the same.
final class Equivalents {
    private static final String EXAMPLE = "a list of groups such as [[cross-entropy, nll]]";

    private Equivalents() {}

    /// The groups that are right.
    static List<List<Value>> read(Field field, Hyperparameter choices) {
        Optional<List<Field>> groups = field.items(EXAMPLE);
        if (groups.isPresent() && groups.get().isEmpty()) {
            field.fault("is an empty list; leave it out where all choices differ");
        }
        var taken = new HashSet<Value>();
        var read = new ArrayList<List<Value>>();
        for (Field group : groups.orElse(List.of())) {
            group(group, choices).filter(values -> apart(group, values, taken)).ifPresent(read::add);
        }
        return read;
    }

    private static Optional<List<Value>> group(Field group, Hyperparameter choices) {
        Optional<List<Field>> items = group.items("a group of choices such as [cross-entropy, nll]");
        if (items.isPresent() && items.get().size() < 2) {
            group.fault("a group of equivalent choices has at least two");
            return Optional.empty();
        }
        return items.flatMap(fields -> Values.distinct(fields, item -> Values.of(item, choices)));
    }

    private static boolean apart(Field group, List<Value> values, Set<Value> taken) {
        Optional<Value> again = values.stream().filter(taken::contains).findFirst();
        again.ifPresent(value -> group.fault(value.display() + " stands in two groups; join them"));
        taken.addAll(values);
        return again.isEmpty();
    }
}
